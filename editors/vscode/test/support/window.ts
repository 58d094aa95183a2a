import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { activate, Active } from '../../src/activation';
import { Machine, thisMachine } from '../../src/machine';
import { PipeClient } from './pipeClient';
import { Editor } from './stub';

/** The extension's folder in the repository. */
export const extensionFolder = process.env['CODEFORGE_EXTENSION'] ?? path.resolve(__dirname, '../../..');
/** The built program. */
export const program = process.env['CODEFORGE_BIN'] ?? path.resolve(extensionFolder, '../../.build/debug/codeforge');

/** A window of the editor with the extension in it and the built server behind it. */
export class Window {
  readonly folder: string;
  readonly editor = new Editor();
  readonly clients: PipeClient[] = [];
  readonly subscriptions: { dispose(): any }[] = [];
  active!: Active;
  private readonly root: string;

  /**
   * @param beside - another window, whose folder, database and settings this one shares.
   * @param name - the folder's name.
   */
  constructor(private readonly beside?: Window, name = 'workspace') {
    this.root = beside?.root ?? mkdtempSync(path.join(os.tmpdir(), 'codeforge-vscode-'));
    this.folder = beside?.folder ?? path.join(this.root, name);
    mkdirSync(this.folder, { recursive: true });
    this.editor.isStrict = true;
    this.editor.folders = [this.folder];
    this.editor.settings['server.path'] = program;
  }

  get client(): PipeClient {
    const client = this.clients[this.clients.length - 1];
    if (!client) throw new Error('no client was made');
    return client;
  }

  /** Writes a file of the workspace and gives its path. */
  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  async open(machine: Machine = thisMachine): Promise<Active> {
    const environment = {
      CODEFORGE_DATABASE: path.join(this.root, 'codeforge.db'), XDG_DATA_HOME: path.join(this.root, 'data'),
      XDG_CONFIG_HOME: path.join(this.root, 'config'),
    };
    const context: any = {
      subscriptions: this.subscriptions, extensionPath: path.join(this.root, 'extension'),
      extension: { id: 'codeforge.codeforge' },
    };
    this.active = activate(this.editor.api, context, machine, (executable, options) => {
      const client = new PipeClient(this.editor, environment, executable, options);
      this.clients.push(client);
      return client;
    });
    await this.active.started;
    return this.active;
  }

  async close(): Promise<void> {
    await this.active?.server.stop();
    for (const subscription of this.subscriptions) subscription.dispose();
    if (!this.beside) rmSync(this.root, { recursive: true, force: true });
  }
}

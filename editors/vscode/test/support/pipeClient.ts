import { ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Executable, LanguageClientOptions } from 'vscode-languageclient/node';
import type { Client } from '../../src/client';
import { Editor, Uri } from './stub';

/** What VS Code's client says that it can do, as far as this one does it. */
const capabilities = {
  workspace: {
    applyEdit: true, configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true,
    textDocumentContent: {},
    workspaceEdit: {
      documentChanges: true, resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    publishDiagnostics: { versionSupport: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } } },
  },
  window: { workDoneProgress: true, showDocument: { support: true }, showMessage: { messageActionItem: {} } },
};

/** A client over a pipe that does with the extension's options what the library does, for the parts that tests need. */
export class PipeClient implements Client {
  initializeResult: Client['initializeResult'];
  /** Notifications and requests of the server, in order. */
  readonly heard: { method: string; params: any }[] = [];
  /** Each edit that the server wanted; the test may refuse. */
  takesEdits = true;
  process: ChildProcess | undefined;
  /** Documents of the server's own that were opened. */
  readonly pages: { uri: string; text: string }[] = [];
  private bytes = Buffer.alloc(0);
  private nextID = 0;
  private isLeaving = false;
  private readonly answers = new Map<number, { resolve: (value: any) => void; reject: (error: Error) => void }>();
  private readonly handlers = new Map<string, ((params: any) => void)[]>();

  constructor(
    private readonly editor: Editor, private readonly environment: Record<string, string>,
    private readonly program: Executable, readonly options: LanguageClientOptions,
  ) {
    editor.configurationChanged.event((change) => {
      if (this.process && change.affectsConfiguration('codeforge')) {
        void options.middleware?.workspace?.didChangeConfiguration?.(['codeforge'], undefined);
      }
    });
  }

  async start(): Promise<void> {
    const child = spawn(this.program.command, this.program.args ?? [], { env: { ...process.env, ...this.environment } });
    this.process = child;
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk) => this.read(chunk));
    child.on('exit', () => this.closed());
    child.on('error', () => this.closed());
    const folders = this.editor.folders.map((folder) =>
      ({ uri: Uri.file(folder).toString(), name: path.basename(folder) }));
    this.initializeResult = await this.sendRequest('initialize', {
      processId: process.pid, clientInfo: { name: 'Visual Studio Code' }, capabilities, rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders.length > 0 ? folders : null, initializationOptions: this.options.initializationOptions?.(),
    });
    await this.sendNotification('initialized', {});
  }

  async dispose(): Promise<void> {
    if (!this.process || this.isLeaving) return;
    // The library refuses as well.
    if (!this.initializeResult) throw new Error('Client is not running and cannot be stopped.');
    this.isLeaving = true;
    const gone = new Promise<void>((resolve) => this.process?.on('exit', () => resolve()));
    await this.sendRequest('shutdown');
    await this.sendNotification('exit');
    await gone;
    this.process = undefined;
  }

  sendRequest<R>(method: string, params?: any): Promise<R> {
    const id = this.nextID++;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => this.answers.set(id, { resolve, reject }));
  }

  async sendNotification(method: string, params?: any): Promise<void> { this.send({ method, params }); }

  onNotification(method: string, handler: (params: any) => void) {
    this.handlers.set(method, [...this.handlers.get(method) ?? [], handler]);
    return { dispose: () => undefined };
  }

  /** Opens a file of the disk as an editor does. */
  async open(file: string, languageId: string): Promise<void> {
    const text = readFileSync(file, 'utf8');
    await this.sendNotification('textDocument/didOpen', {
      textDocument: { uri: Uri.file(file).toString(), languageId, version: 1, text },
    });
  }

  get serverProcess() { return this.process; }

  private get schemes(): string[] {
    return this.initializeResult?.capabilities.workspace?.textDocumentContent?.schemes ?? [];
  }

  private send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process?.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private closed(): void {
    this.process = undefined;
    for (const { reject } of this.answers.values()) reject(new Error('the server ended'));
    this.answers.clear();
    if (!this.isLeaving) this.options.errorHandler?.closed();
  }

  private read(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.bytes.subarray(0, end).toString())?.[1]);
      if (this.bytes.length < end + 4 + length) return;
      const message = JSON.parse(this.bytes.subarray(end + 4, end + 4 + length).toString());
      this.bytes = this.bytes.subarray(end + 4 + length);
      void this.take(message);
    }
  }

  private async take(message: any): Promise<void> {
    if (message.method === undefined) {
      const answer = this.answers.get(message.id);
      this.answers.delete(message.id);
      if (message.error) answer?.reject(new Error(message.error.message));
      else answer?.resolve(message.result);
    } else {
      this.heard.push(message);
      if (message.id !== undefined) this.send({ id: message.id, result: await this.answer(message.method, message.params) });
      else this.notified(message.method, message.params);
    }
  }

  private notified(method: string, params: any): void {
    const { api } = this.editor;
    for (const handler of this.handlers.get(method) ?? []) handler(params);
    if (method === 'textDocument/publishDiagnostics') {
      this.editor.diagnostics.set(params.uri, params.diagnostics.map((diagnostic: any) =>
        ({ ...diagnostic, severity: diagnostic.severity - 1 })));
      this.editor.diagnosticsChanged.fire({ uris: [] });
    }
    if (method === 'window/showMessage') {
      const show = [api.window.showErrorMessage, api.window.showWarningMessage][params.type - 1];
      void (show ?? api.window.showInformationMessage)(params.message);
    }
  }

  private async answer(method: string, params: any): Promise<any> {
    const { api } = this.editor;
    switch (method) {
      case 'workspace/configuration': return this.options.middleware?.workspace?.configuration?.(params, null, null);
      case 'workspace/applyEdit': return { applied: this.takesEdits && this.apply(params.edit) };
      case 'window/showMessageRequest': {
        const answer = await api.window.showInformationMessage(params.message, ...params.actions ?? []);
        return answer ?? null;
      }
      case 'window/showDocument':
        // Of the server's own schemes the client library gets the text.
        if (this.schemes.includes(api.Uri.parse(params.uri).scheme)) {
          const { text } = await this.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri: params.uri });
          this.pages.push({ uri: params.uri, text });
          return { success: true };
        }
        await api.window.showTextDocument(api.Uri.parse(params.uri));
        return { success: true };
      default: return null;
    }
  }

  /** Writes an edit to the disk: created files, and texts of files that no editor shows. */
  private apply(edit: any): boolean {
    for (const change of edit.documentChanges ?? []) {
      const file = Uri.parse(change.uri ?? change.textDocument.uri).fsPath;
      if (change.kind === 'create') {
        mkdirSync(path.dirname(file), { recursive: true });
        if (!existsSync(file)) writeFileSync(file, '');
      } else if (change.edits) {
        writeFileSync(file, edited(readFileSync(file, 'utf8'), change.edits));
      }
    }
    return true;
  }
}

/** A text with edits whose places are those of the text before all of them. */
function edited(text: string, edits: any[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: any) =>
    line >= lines.length ? text.length : lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  let result = text;
  for (const { range, newText } of [...edits].sort((left, right) => offset(right.range.start) - offset(left.range.start))) {
    result = result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end));
  }
  return result;
}

import type { Disposable } from 'vscode';
import type { API } from './api';
import { Asking, Dismissed, Nothing, Values } from './asking';
import { catalogue, ServerCommand } from './catalogue';
import type { ChangesPreview } from './changes';
import { ownCommands, OwnContext } from './ownCommands';
import type { Server } from './server';
import { Node } from './views/node';

/**
 * Registers every command, whether the server runs or not: a command that cannot be found says nothing to a person.
 *
 * The client library would register the server's commands itself, while it runs; see `extension.ts`.
 */
export class Commands implements Disposable {
  private readonly registered = new Map<string, Disposable>();

  constructor(
    private readonly api: API, private readonly server: Server, private readonly asking: Asking,
    private readonly changes: ChangesPreview, context: OwnContext,
  ) {
    for (const command of catalogue.commands) {
      this.register(command.name, (...given) => this.run(command, given));
    }
    for (const [name, action] of Object.entries(ownCommands)) {
      this.register(name, (...given) => this.telling(() => action(context, valuesOf(given))));
    }
    server.onDidChangeState((state) => {
      if (state.kind === 'running') this.addUnknown();
    });
  }

  dispose(): void {
    for (const command of this.registered.values()) command.dispose();
  }

  private register(name: string, action: (...given: unknown[]) => unknown): void {
    this.registered.set(name, this.api.commands.registerCommand(name, action));
  }

  /** Commands of a newer server, which its lenses and actions may run. */
  private addUnknown(): void {
    for (const name of this.server.commands) {
      if (this.registered.has(name)) continue;
      this.register(name, (...given) => this.telling(() => this.execute(name, given), true));
    }
  }

  private run(command: ServerCommand, given: unknown[]): Promise<unknown> {
    return this.telling(async () => {
      const values = isComplete(given)
        ? undefined : await this.asking.complete(command, valuesFor(command, given), given[0] instanceof Node);
      if (command.name === 'codeforge.showChanges') return this.changes.show(values ?? valuesOf(given));
      const answer = await this.execute(command.name, values ? [values] : given);
      if (command.name === 'codeforge.reviewFile' || command.name === 'codeforge.reviewWorkspace') {
        await this.api.commands.executeCommand('codeforge.findings.focus');
      }
      return answer;
    }, true);
  }

  private execute(command: string, given: unknown[]): Promise<unknown> {
    return this.server.request('workspace/executeCommand', { command, arguments: given });
  }

  /** Runs an action; what goes wrong is told, and not thrown, for nobody else would tell it in words. */
  private async telling(action: () => Promise<unknown>, needsServer = false): Promise<unknown> {
    try {
      // Where it cannot run, why has been told.
      if (needsServer && !await this.server.ready()) return undefined;
      return await action();
    } catch (error) {
      if (error instanceof Dismissed) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof Nothing) {
        void this.api.window.showInformationMessage(message);
      } else {
        void this.api.window.showErrorMessage(`CodeForge: ${message}`);
      }
      return undefined;
    }
  }
}

/** Whether a lens, an action or a key binding gave all that the command is to have. */
function isComplete([first]: unknown[]): boolean {
  return typeof first === 'string' || (isPlain(first) && Object.keys(first).length > 0);
}

/** What stands in a view's line, or in the object of a lens; editors' menus give other things, such as addresses. */
function valuesOf([first]: unknown[]): Values {
  return first instanceof Node ? { ...first.about.values } : isPlain(first) ? { ...first } : {};
}

/** Of a view's line, which stands for more than one command, what the command takes. */
function valuesFor(command: ServerCommand, given: unknown[]): Values {
  const names = command.arguments.map(({ name }) => name);
  const values = Object.entries(valuesOf(given));
  return Object.fromEntries(given[0] instanceof Node ? values.filter(([name]) => names.includes(name)) : values);
}

function isPlain(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

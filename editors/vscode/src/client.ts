import type { LogOutputChannel } from 'vscode';
import type { Executable, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import type { API } from './api';
import type { Machine } from './machine';
import { explicitSettings } from './settings';

/** What the extension uses of a language client. */
export type Client = Pick<
  LanguageClient,
  'initializeResult' | 'serverProcess' | 'start' | 'dispose' | 'sendRequest' | 'sendNotification' | 'onNotification'
>;

export type MakeClient = (program: Executable, options: LanguageClientOptions) => Client;

// The library's enumerations by value: its code is loaded in `extension.ts` alone.
const [neverReveal, keepOn, leaveEnded] = [4, 1, 1];

/** How to run the server. */
export function executable(program: string, database: string | undefined): Executable {
  return { command: program, args: database ? ['lsp', '--database', database] : ['lsp'] };
}

/**
 * How the client behaves: it never shows its output by itself, and starts no server again, for that is `Server`'s.
 *
 * @param ended - called when the server ended without being told to.
 */
export function clientOptions(
  api: API, machine: Machine, output: LogOutputChannel, client: () => Client | undefined, ended: () => void,
): LanguageClientOptions {
  return {
    // Every language, and files that were never saved.
    documentSelector: [{ scheme: 'file' }, { scheme: 'untitled' }],
    diagnosticCollectionName: 'codeforge',
    outputChannel: output,
    traceOutputChannel: output,
    revealOutputChannelOn: neverReveal,
    initializationOptions: () => ({
      ...explicitSettings(api, machine),
      client: { followsCommandLinks: true, trustsWorkspace: api.workspace.isTrusted },
    }),
    // Told by `Server`, once.
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: keepOn, handled: true }),
      closed: () => {
        ended();
        return { action: leaveEnded, handled: true };
      },
    },
    // A hint's link asks the mentor again; no other command can be run by a text.
    markdown: { isTrusted: { enabledCommands: ['codeforge.askMentor'] }, supportHtml: false },
    middleware: {
      workspace: {
        configuration: (params) => params.items.map((item) =>
          item.section === undefined || item.section === 'codeforge' ? explicitSettings(api, machine) : null),
        didChangeConfiguration: async () => {
          const settings = { codeforge: explicitSettings(api, machine) };
          await client()?.sendNotification('workspace/didChangeConfiguration', { settings });
        },
      },
    },
  };
}

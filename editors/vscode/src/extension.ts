// The only file that loads `vscode` and the client library; all else gets them passed and is tested with others.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { activate as activateWith } from './activation';
import { thisMachine } from './machine';
import type { Server } from './server';

/** The library's client, with what `Commands` and `Server` do left to them. */
class CodeForgeClient extends LanguageClient {
  /** The feature that registers the server's commands is left out. */
  override registerFeature(feature: any): void {
    if (feature.registrationType?.method !== 'workspace/executeCommand') super.registerFeature(feature);
  }

  /** A failed start is logged, and told by `Server` once for all attempts. */
  override error(message: string, data?: any, showNotification: boolean | 'force' = true): void {
    super.error(message, data, showNotification === 'force' ? false : showNotification);
  }
}

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const active = activateWith(vscode, context, thisMachine, (program, options) =>
    new CodeForgeClient('codeforge', 'CodeForge', program, options));
  server = active.server;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

// The part of vscode-languageclient 10 that the extension uses; see `types/vscode.d.ts`. Its manifest asks for VS Code 1.91,
// its code for 1.106: it throws in an older one, so that the extension asks for that.

declare module 'vscode-languageclient/node' {
  import { Disposable, DocumentFilter, LogOutputChannel } from 'vscode';

  export interface Executable { command: string; args?: string[]; options?: { env?: any } }
  export enum RevealOutputChannelOn { Debug = 0, Info = 1, Warn = 2, Error = 3, Never = 4 }
  export enum ErrorAction { Continue = 1, Shutdown = 2 }
  export enum CloseAction { DoNotRestart = 1, Restart = 2 }
  export interface ErrorHandler {
    error(error: Error, message: any, count: number | undefined): { action: ErrorAction; handled?: boolean };
    closed(): { action: CloseAction; handled?: boolean };
  }
  export interface ConfigurationParams { items: { section?: string; scopeUri?: string }[]; }
  export interface Middleware {
    workspace?: {
      configuration?: (params: ConfigurationParams, token: any, next: any) => any;
      didChangeConfiguration?: (sections: string[] | undefined, next: any) => Promise<void>;
    };
  }
  export interface LanguageClientOptions {
    documentSelector?: DocumentFilter[];
    diagnosticCollectionName?: string;
    outputChannel?: LogOutputChannel;
    traceOutputChannel?: LogOutputChannel;
    revealOutputChannelOn?: RevealOutputChannelOn;
    initializationOptions?: any | (() => any);
    initializationFailedHandler?: (error: any) => boolean;
    errorHandler?: ErrorHandler;
    middleware?: Middleware;
    markdown?: { isTrusted?: boolean | { readonly enabledCommands: readonly string[] }; supportHtml?: boolean };
  }
  export class LanguageClient {
    constructor(id: string, name: string, serverOptions: Executable, clientOptions: LanguageClientOptions);
    readonly initializeResult: { capabilities: any; serverInfo?: { name: string; version?: string } } | undefined;
    /** The process, once there is one and until it has ended. */
    readonly serverProcess: { kill(signal: 'SIGKILL'): boolean } | undefined;
    start(): Promise<void>;
    stop(timeout?: number): Promise<void>;
    dispose(timeout?: number): Promise<void>;
    sendRequest<R>(method: string, params?: any): Promise<R>;
    sendNotification(method: string, params?: any): Promise<void>;
    onNotification(method: string, handler: (params: any) => void): Disposable;
    registerFeature(feature: any): void;
    error(message: string, data?: any, showNotification?: boolean | 'force'): void;
  }
}

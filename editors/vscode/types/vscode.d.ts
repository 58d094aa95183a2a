// The part of VS Code's API (1.106) that the extension uses, for type checking where `@types/vscode` cannot be had.
// Names and shapes are VS Code's own; see https://code.visualstudio.com/api/references/vscode-api

interface Thenable<T> extends PromiseLike<T> {}

declare module 'vscode' {
  export interface Disposable { dispose(): any; }
  export interface Event<T> { (listener: (e: T) => any): Disposable; }
  export class EventEmitter<T> {
    readonly event: Event<T>;
    fire(data: T): void;
    dispose(): void;
  }

  export class Uri {
    static parse(value: string): Uri;
    static file(path: string): Uri;
    static joinPath(base: Uri, ...segments: string[]): Uri;
    readonly scheme: string;
    readonly path: string;
    readonly query: string;
    readonly fsPath: string;
    toString(): string;
  }
  export class Position {
    constructor(line: number, character: number);
    readonly line: number;
    readonly character: number;
  }
  export class Range {
    constructor(start: Position, end: Position);
    readonly start: Position;
    readonly end: Position;
    readonly isEmpty: boolean;
  }
  export interface Selection extends Range { readonly active: Position; }
  export interface TextDocument {
    readonly uri: Uri;
    readonly languageId: string;
    getText(range?: Range): string;
  }
  export interface TextEditor { readonly document: TextDocument; readonly selection: Selection; }
  export interface WorkspaceFolder { readonly uri: Uri; readonly name: string; readonly index: number; }

  export enum DiagnosticSeverity { Error = 0, Warning = 1, Information = 2, Hint = 3 }
  export interface Diagnostic {
    readonly range: Range;
    readonly message: string;
    readonly severity: DiagnosticSeverity;
    readonly source?: string;
    readonly code?: string | number | { value: string | number; target: Uri };
  }

  export class ThemeColor { constructor(id: string); readonly id: string; }
  export class ThemeIcon {
    constructor(id: string, color?: ThemeColor);
    readonly id: string;
    readonly color?: ThemeColor | undefined;
  }
  export interface Command { title: string; command: string; tooltip?: string; arguments?: any[]; }

  export enum TreeItemCollapsibleState { None = 0, Collapsed = 1, Expanded = 2 }
  export class TreeItem {
    constructor(label: string, collapsibleState?: TreeItemCollapsibleState);
    label?: any;
    id?: string;
    iconPath?: any;
    description?: string | boolean;
    tooltip?: any;
    command?: Command;
    contextValue?: string;
    resourceUri?: Uri;
    collapsibleState?: TreeItemCollapsibleState;
  }
  export interface TreeDataProvider<T> {
    onDidChangeTreeData?: Event<T | T[] | undefined | null | void>;
    getTreeItem(element: T): TreeItem;
    getChildren(element?: T): T[];
  }
  export interface TreeView<T> extends Disposable {
    readonly visible: boolean;
    readonly onDidChangeVisibility: Event<{ readonly visible: boolean }>;
    badge?: { readonly tooltip: string; readonly value: number } | undefined;
    message?: string;
    readonly selection: readonly T[];
  }

  export interface QuickPickItem { label: string; description?: string; detail?: string; }
  export interface QuickPickOptions {
    title?: string;
    placeHolder?: string;
    ignoreFocusOut?: boolean;
    matchOnDescription?: boolean;
    matchOnDetail?: boolean;
  }
  export interface InputBoxOptions {
    title?: string;
    prompt?: string;
    value?: string;
    password?: boolean;
    ignoreFocusOut?: boolean;
    validateInput?(value: string): string | undefined;
  }
  export interface OpenDialogOptions {
    title?: string;
    openLabel?: string;
    canSelectFiles?: boolean;
    canSelectMany?: boolean;
  }
  export interface OutputChannel extends Disposable { show(preserveFocus?: boolean): void; }
  export interface LogOutputChannel extends OutputChannel {
    info(message: string): void;
    warn(message: string): void;
    error(message: string): void;
  }

  export enum LanguageStatusSeverity { Information = 0, Warning = 1, Error = 2 }
  export interface LanguageStatusItem extends Disposable {
    name: string | undefined;
    severity: LanguageStatusSeverity;
    text: string;
    detail?: string;
    busy: boolean;
    command: Command | undefined;
  }
  export interface DocumentFilter { readonly scheme?: string; readonly language?: string; readonly pattern?: string; }
  export type DocumentSelector = DocumentFilter | string | ReadonlyArray<DocumentFilter | string>;

  export enum ConfigurationTarget { Global = 1, Workspace = 2, WorkspaceFolder = 3 }
  export interface WorkspaceConfiguration {
    get<T>(section: string): T | undefined;
    inspect<T>(section: string): {
      key: string; defaultValue?: T; globalValue?: T; workspaceValue?: T; workspaceFolderValue?: T;
    } | undefined;
    update(section: string, value: any, target?: ConfigurationTarget): Thenable<void>;
  }
  export interface ConfigurationChangeEvent { affectsConfiguration(section: string): boolean; }
  export interface FileSystemWatcher extends Disposable {
    readonly onDidCreate: Event<Uri>;
    readonly onDidChange: Event<Uri>;
    readonly onDidDelete: Event<Uri>;
  }

  export interface Memento { get<T>(key: string): T | undefined; update(key: string, value: any): Thenable<void>; }
  export interface ExtensionContext {
    readonly subscriptions: { dispose(): any }[];
    readonly extensionPath: string;
    readonly extension: { readonly id: string; readonly packageJSON: any };
    readonly globalState: Memento;
  }
  export interface AuthenticationSession { readonly accessToken: string; }

  export namespace authentication {
    function getSession(
      provider: string, scopes: readonly string[], options: { createIfNone: true },
    ): Thenable<AuthenticationSession>;
  }
  export namespace env {
    const remoteName: string | undefined;
    function openExternal(target: Uri): Thenable<boolean>;
  }
  export namespace l10n {
    function t(message: string, ...arguments_: Array<string | number | boolean>): string;
  }
  export namespace languages {
    function getDiagnostics(): [Uri, Diagnostic[]][];
    const onDidChangeDiagnostics: Event<{ readonly uris: readonly Uri[] }>;
    function createLanguageStatusItem(id: string, selector: DocumentSelector): LanguageStatusItem;
  }
  export namespace commands {
    function registerCommand(command: string, callback: (...arguments_: any[]) => any): Disposable;
    function executeCommand<T = unknown>(command: string, ...rest: any[]): Thenable<T>;
  }
  export namespace window {
    const activeTextEditor: TextEditor | undefined;
    function createTreeView<T>(
      viewId: string, options: { treeDataProvider: TreeDataProvider<T>; showCollapseAll?: boolean },
    ): TreeView<T>;
    function createOutputChannel(name: string, options: { log: true }): LogOutputChannel;
    function showQuickPick<T extends QuickPickItem>(
      items: readonly T[], options?: QuickPickOptions,
    ): Thenable<T | undefined>;
    function showInputBox(options?: InputBoxOptions): Thenable<string | undefined>;
    function showOpenDialog(options?: OpenDialogOptions): Thenable<Uri[] | undefined>;
    function showInformationMessage(message: string, ...items: string[]): Thenable<string | undefined>;
    function showWarningMessage(message: string, ...items: string[]): Thenable<string | undefined>;
    function showErrorMessage(message: string, ...items: string[]): Thenable<string | undefined>;
    function showTextDocument(uri: Uri): Thenable<TextEditor>;
  }
  export namespace workspace {
    const workspaceFolders: readonly WorkspaceFolder[] | undefined;
    const textDocuments: readonly TextDocument[];
    const onDidChangeTextDocument: Event<{ readonly document: TextDocument }>;
    const isTrusted: boolean;
    const onDidGrantWorkspaceTrust: Event<void>;
    const onDidChangeConfiguration: Event<ConfigurationChangeEvent>;
    const onDidChangeWorkspaceFolders: Event<unknown>;
    function getConfiguration(section?: string): WorkspaceConfiguration;
    function getWorkspaceFolder(uri: Uri): WorkspaceFolder | undefined;
    function asRelativePath(pathOrUri: string | Uri, includeWorkspaceFolder?: boolean): string;
    function createFileSystemWatcher(glob: string): FileSystemWatcher;
    function openTextDocument(uri: Uri): Thenable<TextDocument>;
    function registerTextDocumentContentProvider(
      scheme: string,
      provider: { onDidChange?: Event<Uri>; provideTextDocumentContent(uri: Uri): Thenable<string | undefined> },
    ): Disposable;
    const fs: { stat(uri: Uri): Thenable<unknown> };
  }
}

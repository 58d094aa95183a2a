import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type * as vscode from 'vscode';
import type { API } from '../../src/api';

/** What a test saw of the editor: a message with its buttons, a question with what could be picked. */
export interface Shown { readonly kind: string; readonly text: string; readonly items: readonly string[]; }

type Listener = (value: any) => unknown;

class EventEmitter<T> {
  private readonly listeners = new Set<Listener>();
  readonly event = (listener: (value: T) => unknown) => {
    this.listeners.add(listener);
    return { dispose: () => { this.listeners.delete(listener); } };
  };
  fire(value: T): void { for (const listener of [...this.listeners]) listener(value); }
  dispose(): void { this.listeners.clear(); }
}

export class Uri {
  private constructor(readonly scheme: string, readonly path: string, readonly query = '') {}
  static parse(text: string): Uri {
    const [, scheme, place, query] = /^([^:]*):(?:\/\/)?([^?]*)\??(.*)$/.exec(text) ?? [];
    return new Uri(scheme ?? '', decodeURIComponent(place ?? ''), query);
  }
  static file(file: string): Uri { return new Uri('file', file); }
  static joinPath(base: Uri, ...parts: string[]): Uri { return new Uri(base.scheme, path.join(base.path, ...parts)); }
  get fsPath(): string { return this.path; }
  toString(): string {
    const place = this.path.split('/').map(encodeURIComponent).join('/');
    return `${this.scheme}://${place}${this.query && `?${this.query}`}`;
  }
}

class Position { constructor(readonly line: number, readonly character: number) {} }
class Range {
  constructor(readonly start: Position, readonly end: Position) {}
  get isEmpty(): boolean {
    return this.start.line === this.end.line && this.start.character === this.end.character;
  }
}
class TreeItem { constructor(readonly label: string, readonly collapsibleState: number) {} }
class ThemeIcon { constructor(readonly id: string, readonly color?: ThemeColor) {} }
class ThemeColor { constructor(readonly id: string) {} }

/** Stands for an editor: keeps what it is told, and answers questions as the test says. */
export class Editor {
  readonly shown: Shown[] = [];
  /** Built-in commands that were run, `setContext` apart. */
  readonly ran: { command: string; given: unknown[] }[] = [];
  readonly contexts: Record<string, unknown> = {};
  readonly opened: string[] = [];
  readonly registered = new Map<string, (...given: any[]) => unknown>();
  readonly views = new Map<string, vscode.TreeDataProvider<any>>();
  readonly trees = new Map<string, vscode.TreeView<any>>();
  /** Whether a person sees the views. */
  showsViews = true;
  readonly statusItems: vscode.LanguageStatusItem[] = [];
  readonly diagnostics = new Map<string, vscode.Diagnostic[]>();
  readonly logged: string[] = [];
  /** What gives the texts of a scheme. */
  readonly contents = new Map<string, (uri: vscode.Uri) => Thenable<string | undefined>>();
  /** Documents that the editor has open besides those of the disk. */
  documents: vscode.Uri[] = [];
  /** Texts that were said to be others than before. */
  readonly renewed: string[] = [];
  /** Whether a command of the extension has to be registered to be run. */
  isStrict = false;
  /** How often the output was revealed. */
  reveals = 0;
  /** What a person has set, below `codeforge`. */
  readonly settings: Record<string, unknown> = {};
  /** Those of the settings that the workspace says. */
  readonly ofWorkspace = new Set<string>();
  folders: string[] = [];
  front: { path: string; text: string; languageId: string; line: number; endLine?: number } | undefined;
  /** The scheme of what is in front. */
  scheme = 'file';
  /** What is picked or written; undefined goes away from a question. */
  pick: (shown: Shown) => string | undefined = () => undefined;
  signIn: () => string | undefined = () => undefined;
  readonly diagnosticsChanged = new EventEmitter<{ uris: Uri[] }>();
  readonly configurationChanged = new EventEmitter<vscode.ConfigurationChangeEvent>();
  readonly trustGranted = new EventEmitter<void>();
  readonly foldersChanged = new EventEmitter<unknown>();
  readonly textChanged = new EventEmitter<{ document: vscode.TextDocument }>();
  readonly filesChanged = new EventEmitter<Uri>();

  /** Waits until something is so. */
  until(what: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + 60_000;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (isSo()) return resolve();
        if (Date.now() > end) return reject(new Error(`It never came to this: ${what}. ${JSON.stringify(this.shown)}`));
        setTimeout(look, 5);
      };
      look();
    });
  }

  async run(command: string, ...given: unknown[]): Promise<unknown> {
    const action = this.registered.get(command);
    if (action) return action(...given);
    if (this.isStrict && /^codeforge\.(?!\w+\.focus$)/.test(command)) throw new Error(`command '${command}' not found`);
    if (command === 'setContext') this.contexts[String(given[0])] = given[1];
    else this.ran.push({ command, given });
    return undefined;
  }

  /** The lines of a view with those below, indented. */
  lines(view: string, node?: unknown, depth = 0): string[] {
    const provider = this.views.get(view);
    if (!provider) throw new Error(`no view ${view}`);
    return provider.getChildren(node).flatMap((child: unknown) => {
      const item: any = provider.getTreeItem(child);
      const icon = item.iconPath ? `(${item.iconPath.id}) ` : '';
      const line = `${'  '.repeat(depth)}${icon}${item.label}${item.description ? ` | ${item.description}` : ''}`;
      return [line, ...this.lines(view, child, depth + 1)];
    });
  }

  /** All nodes of a view. */
  nodes(view: string, node?: unknown): any[] {
    const provider = this.views.get(view);
    return (provider?.getChildren(node) ?? []).flatMap((child: unknown) => [child, ...this.nodes(view, child)]);
  }

  item(view: string, node: unknown): any { return this.views.get(view)?.getTreeItem(node); }

  private show(kind: string, text: string, items: readonly string[]): string | undefined {
    const shown = { kind, text, items };
    this.shown.push(shown);
    const picked = this.pick(shown);
    return picked;
  }

  /** The editor's API, as much of it as the extension uses. */
  get api(): API {
    const editor = this;
    const message = (kind: string) => async (text: string, ...items: any[]) => {
      const picked = editor.show(kind, text, items.map((item) => item.title ?? item));
      return items.find((item) => (item.title ?? item) === picked);
    };
    const api = {
      EventEmitter, Uri, Position, Range, TreeItem, ThemeIcon, ThemeColor,
      TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
      ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 },
      env: { remoteName: undefined, openExternal: async () => true },
      l10n: {
        t: (text: string, ...given: unknown[]) => text.replace(/\{(\d+)\}/g, (_, place) => String(given[Number(place)])),
      },
      authentication: {
        getSession: async () => {
          const accessToken = editor.signIn();
          if (!accessToken) throw new Error('User did not consent to login.');
          return { accessToken };
        },
      },
      commands: {
        registerCommand: (name: string, action: (...given: any[]) => unknown) => {
          if (editor.registered.has(name)) throw new Error(`command '${name}' already exists`);
          editor.registered.set(name, action);
          return { dispose: () => editor.registered.delete(name) };
        },
        executeCommand: (name: string, ...given: unknown[]) => editor.run(name, ...given),
      },
      languages: {
        getDiagnostics: () => [...editor.diagnostics].map(([uri, list]) => [Uri.parse(uri), list]),
        onDidChangeDiagnostics: editor.diagnosticsChanged.event,
        createLanguageStatusItem: (id: string) => {
          const item: any = { id, dispose: () => undefined };
          editor.statusItems.push(item);
          return item;
        },
      },
      window: {
        get activeTextEditor() { return editor.activeTextEditor; },
        createTreeView: (id: string, { treeDataProvider }: { treeDataProvider: vscode.TreeDataProvider<any> }) => {
          editor.views.set(id, treeDataProvider);
          const tree: any = {
            get visible() { return editor.showsViews; }, onDidChangeVisibility: new EventEmitter().event, selection: [],
            dispose: () => editor.views.delete(id),
          };
          editor.trees.set(id, tree);
          return tree;
        },
        createOutputChannel: () => {
          const log = (text: string) => { editor.logged.push(text); };
          return { info: log, warn: log, error: log, show: () => { editor.reveals += 1; }, dispose: () => undefined };
        },
        showQuickPick: async (items: any[], options: any = {}) => {
          const picked = editor.show('pick', `${options.title ?? ''}: ${options.placeHolder ?? ''}`, items.map((i) => i.label));
          return items.find((item) => item.label === picked);
        },
        showInputBox: async (options: any = {}) => editor.show('input', `${options.title ?? ''}: ${options.prompt ?? ''}`, []),
        showOpenDialog: async (options: any = {}) => {
          const picked = editor.show('open', options.title ?? '', []);
          return picked === undefined ? undefined : [Uri.file(picked)];
        },
        showInformationMessage: message('information'),
        showWarningMessage: message('warning'),
        showErrorMessage: message('error'),
        showTextDocument: async (uri: Uri) => {
          if (!existsSync(uri.fsPath)) throw new Error(`${uri.fsPath} does not exist`);
          editor.opened.push(uri.fsPath);
        },
      },
      workspace: {
        get workspaceFolders() { return editor.workspaceFolders; },
        get textDocuments() { return editor.documents.map((uri) => ({ uri })); },
        onDidChangeTextDocument: editor.textChanged.event,
        isTrusted: true,
        onDidGrantWorkspaceTrust: editor.trustGranted.event,
        onDidChangeConfiguration: editor.configurationChanged.event,
        onDidChangeWorkspaceFolders: editor.foldersChanged.event,
        getConfiguration: () => ({
          get: (key: string) => editor.settings[key],
          inspect: (key: string) => ({
            key, globalValue: editor.settings[key],
            ...(editor.ofWorkspace.has(key) ? { workspaceValue: editor.settings[key] } : {}),
          }),
          update: async (key: string, value: unknown, target: number) => {
            // What the workspace says goes before, and nothing is told where nothing changes.
            if (editor.ofWorkspace.has(key) !== (target === 2) || editor.settings[key] === value) return;
            editor.set(key, value);
          },
        }),
        getWorkspaceFolder: (uri: Uri) => editor.workspaceFolders.find((folder) => uri.path.startsWith(`${folder.uri.path}/`)),
        asRelativePath: (uri: Uri) => {
          const folder = editor.workspaceFolders.find((f) => uri.path.startsWith(`${f.uri.path}/`));
          return folder ? uri.path.slice(folder.uri.path.length + 1) : uri.path;
        },
        createFileSystemWatcher: () => ({
          onDidChange: editor.filesChanged.event, onDidCreate: editor.filesChanged.event,
          onDidDelete: editor.filesChanged.event, dispose: () => undefined,
        }),
        openTextDocument: async (uri: Uri) => ({ uri, getText: () => readFileSync(uri.fsPath, 'utf8') }),
        registerTextDocumentContentProvider: (scheme: string, provider: any) => {
          editor.contents.set(scheme, (uri) => provider.provideTextDocumentContent(uri));
          provider.onDidChange?.((uri: vscode.Uri) => editor.renewed.push(uri.toString()));
          return { dispose: () => editor.contents.delete(scheme) };
        },
        fs: {
          stat: async (uri: Uri) => {
            if (!existsSync(uri.fsPath)) throw new Error('not there');
            return {};
          },
        },
      },
    };
    return api as unknown as API;
  }

  /** Sets a setting as a person does. */
  set(key: string, value: unknown): void {
    this.settings[key] = value;
    const name = `codeforge.${key}`;
    this.configurationChanged.fire({
      affectsConfiguration: (section) => name === section || name.startsWith(`${section}.`),
    });
  }

  private get workspaceFolders() {
    return this.folders.map((folder, index) => ({ uri: Uri.file(folder), name: path.basename(folder), index }));
  }

  private get activeTextEditor() {
    if (!this.front) return undefined;
    const { text, languageId, line, endLine } = this.front;
    const start = new Position(line, 0);
    const selection: any = new Range(start, new Position(endLine ?? line, 0));
    selection.active = start;
    const getText = (range?: Range) =>
      range ? text.split('\n').slice(range.start.line, range.end.line).join('\n') : text;
    const uri = Uri.parse(Uri.file(this.front.path).toString().replace('file:', `${this.scheme}:`));
    return { document: { uri, languageId, getText }, selection };
  }
}

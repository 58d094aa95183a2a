import type * as vscode from 'vscode';
import type { API } from '../api';

/** What a line of a view shows and does, beside its label. */
export interface About {
  id?: string | undefined;
  description?: string | undefined;
  tooltip?: string | undefined;
  /** The name of a product icon, and of its colour. */
  icon?: string | undefined;
  color?: string | undefined;
  /** What menus ask for: `viewItem` in a `when` clause. */
  kind?: string | undefined;
  /** What a click does. */
  command?: vscode.Command | undefined;
  /** What a command gets that is run from the line's menu. */
  values?: Readonly<Record<string, unknown>>;
  uri?: vscode.Uri;
  /** What is below; where that is much, it is made once somebody opens the line. */
  children?: readonly Node[] | (() => readonly Node[]);
  isExpanded?: boolean;
}

/** One line of a view. */
export class Node {
  constructor(readonly label: string, readonly about: About = {}) {}

  get children(): readonly Node[] {
    const { children } = this.about;
    return (typeof children === 'function' ? children() : children) ?? [];
  }

  get hasChildren(): boolean {
    return typeof this.about.children === 'function' || this.children.length > 0;
  }
}

/** A view whose lines are made anew whenever something changed. */
export class NodeView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly view: vscode.TreeView<Node>;
  readonly onDidChangeTreeData: vscode.Event<void>;
  private readonly changed: vscode.EventEmitter<void>;

  constructor(private readonly api: API, readonly id: string, private readonly nodes: () => readonly Node[]) {
    this.changed = new api.EventEmitter<void>();
    this.onDidChangeTreeData = this.changed.event;
    this.view = api.window.createTreeView<Node>(id, { treeDataProvider: this, showCollapseAll: true });
  }

  refresh(): void { this.changed.fire(); }

  getChildren(node?: Node): Node[] { return [...node ? node.children : this.nodes()]; }

  getTreeItem({ label, about, hasChildren }: Node): vscode.TreeItem {
    const { TreeItem, TreeItemCollapsibleState: State, ThemeIcon, ThemeColor } = this.api;
    const state = !hasChildren ? State.None : about.isExpanded ? State.Expanded : State.Collapsed;
    const item = new TreeItem(label, state);
    item.tooltip = about.tooltip ?? label;
    if (about.id) item.id = about.id;
    if (about.description) item.description = about.description;
    if (about.icon) item.iconPath = new ThemeIcon(about.icon, about.color ? new ThemeColor(about.color) : undefined);
    if (about.kind) item.contextValue = about.kind;
    if (about.command) item.command = about.command;
    if (about.uri) item.resourceUri = about.uri;
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}

import type * as vscode from 'vscode';
import type { API } from '../api';
import { Node } from './node';

type Found = [uri: vscode.Uri, diagnostics: vscode.Diagnostic[]];

/** What the editor shows of CodeForge's findings, by severity, then by file. */
export function findingNodes(api: API): Node[] {
  const { l10n, DiagnosticSeverity: Severity } = api;
  const all = ownDiagnostics(api);
  const groups: [severity: vscode.DiagnosticSeverity, label: string, icon: string][] = [
    [Severity.Error, l10n.t('Critical'), 'error'],
    [Severity.Warning, l10n.t('Warnings'), 'warning'],
    [Severity.Information, l10n.t('Information'), 'info'],
  ];
  return groups.flatMap(([severity, label, icon]) => {
    const children = all.flatMap(([uri, diagnostics]) =>
      fileNodes(api, severity, uri, diagnostics.filter((diagnostic) => diagnostic.severity === severity)));
    if (children.length === 0) return [];
    const count = children.reduce((sum, node) => sum + node.children.length, 0);
    return [new Node(label, {
      id: `severity ${severity}`, icon, description: String(count), children, isExpanded: severity === Severity.Error,
    })];
  });
}

/** How many findings the editor shows. */
export function findingCount(api: API): number {
  return ownDiagnostics(api).reduce((sum, [, diagnostics]) => sum + diagnostics.length, 0);
}

/** The rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code ?? '');
}

/** Diagnostics of the reviewer alone, files in the order of their paths. */
function ownDiagnostics(api: API): Found[] {
  return api.languages.getDiagnostics()
    .map(([uri, diagnostics]): Found => [uri, diagnostics.filter((diagnostic) => diagnostic.source === 'codeforge')])
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .sort(([left], [right]) => left.path < right.path ? -1 : 1);
}

function fileNodes(
  api: API, severity: vscode.DiagnosticSeverity, uri: vscode.Uri, diagnostics: vscode.Diagnostic[],
): Node[] {
  if (diagnostics.length === 0) return [];
  const children = [...diagnostics]
    .sort((left, right) => left.range.start.line - right.range.start.line)
    .map((diagnostic) => findingNode(api, uri, diagnostic));
  const path = api.workspace.asRelativePath(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(path.length - name.length - 1, 0));
  return [new Node(name, {
    id: `${severity} ${uri.toString()}`, uri, icon: 'file', tooltip: path, children,
    description: [folder, children.length].filter(Boolean).join(' · '),
  })];
}

function findingNode(api: API, uri: vscode.Uri, diagnostic: vscode.Diagnostic): Node {
  const rule = ruleOf(diagnostic);
  return new Node(diagnostic.message, {
    description: `${rule} ${api.l10n.t('line {0}', diagnostic.range.start.line + 1)}`,
    tooltip: `${diagnostic.message}\n${rule}`, kind: 'finding', values: { rule },
    command: {
      title: api.l10n.t('Go to the Finding'), command: 'vscode.open', arguments: [uri, { selection: diagnostic.range }],
    },
  });
}

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
    const files = all.map(([uri, diagnostics]): Found =>
      [uri, diagnostics.filter((diagnostic) => diagnostic.severity === severity)])
      .filter(([, diagnostics]) => diagnostics.length > 0);
    if (files.length === 0) return [];
    return [new Node(label, {
      id: `severity ${severity}`, icon, description: String(countOf(files)), isExpanded: severity === Severity.Error,
      children: () => files.map(([uri, diagnostics]) => fileNode(api, severity, uri, diagnostics)),
    })];
  });
}

/** How many findings the editor shows. */
export function findingCount(api: API): number {
  return countOf(ownDiagnostics(api));
}

function countOf(files: readonly Found[]): number {
  return files.reduce((sum, [, diagnostics]) => sum + diagnostics.length, 0);
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

function fileNode(
  api: API, severity: vscode.DiagnosticSeverity, uri: vscode.Uri, diagnostics: vscode.Diagnostic[],
): Node {
  const path = api.workspace.asRelativePath(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(path.length - name.length - 1, 0));
  return new Node(name, {
    id: `${severity} ${uri.toString()}`, uri, icon: 'file', tooltip: path,
    description: [folder, diagnostics.length].filter(Boolean).join(' · '),
    children: () => [...diagnostics]
      .sort((left, right) => left.range.start.line - right.range.start.line)
      .map((diagnostic) => findingNode(api, uri, diagnostic)),
  });
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

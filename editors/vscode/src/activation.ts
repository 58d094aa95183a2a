import type * as vscode from 'vscode';
import type { API } from './api';
import { Asking } from './asking';
import { ChangesPreview } from './changes';
import type { MakeClient } from './client';
import { Commands } from './commands';
import type { Machine } from './machine';
import { Projects } from './projects';
import { isOpen, isWaiting } from './records';
import { Server } from './server';
import { Status } from './status';
import { choiceNodes } from './views/choices';
import { findingCount, findingNodes } from './views/findings';
import { jobNodes } from './views/jobs';
import { NodeView } from './views/node';
import { roadmapNodes } from './views/roadmap';

/** How long the server needs at most for settings that changed, in milliseconds. */
const settingsTakenIn = 500;
/** How often the findings are counted and shown at most, in milliseconds: every keystroke may change them. */
const findingsShownEvery = 200;

/** Everything that the extension keeps while it is active. */
export interface Active {
  readonly server: Server;
  readonly projects: Projects;
  readonly status: Status;
  readonly views: readonly NodeView[];
  /** The first attempt to start the server has come to an end. */
  readonly started: Promise<void>;
}

/**
 * Puts the extension together and begins to start the server.
 *
 * It does not wait for that: until an extension is active the editor runs none of its commands, also not the one that
 * restarts a server which does not come.
 */
export function activate(
  api: API, context: vscode.ExtensionContext, machine: Machine, makeClient: MakeClient,
): Active {
  const output = api.window.createOutputChannel('CodeForge', { log: true });
  const server = new Server(api, machine, context.extensionPath, output, makeClient);
  const projects = new Projects(api, server, machine);
  const status = new Status(api, server, projects);
  const asking = new Asking(api, server, projects, () => rules(server, machine));
  const changes = new ChangesPreview(api, machine, server, projects);
  const commands = new Commands(api, server, asking, changes, {
    api, machine, server, projects, extensionID: context.extension.id, showOutput: () => output.show(),
  });
  const jobs = new NodeView(api, 'codeforge.jobs', () => jobNodes(api, projects));
  const findings = new NodeView(api, 'codeforge.findings', () => findingNodes(api));
  const roadmap = new NodeView(api, 'codeforge.roadmap', () => roadmapNodes(api, projects));
  const choices = new NodeView(api, 'codeforge.choices', () => choiceNodes(api, projects));
  context.subscriptions.push(
    output, server, projects, status, changes, commands, jobs, findings, roadmap, choices,
    server.onDidChangeState(({ kind }) => setContexts(api, {
      'codeforge.isRunning': kind === 'running',
      'codeforge.hasStopped': kind !== 'running' && kind !== 'starting',
    })),
    projects.onDidChange(() => {
      for (const view of [jobs, roadmap, choices]) view.refresh();
      showWaiting(api, jobs, projects);
    }),
    api.languages.onDidChangeDiagnostics(atMostEvery(machine, findingsShownEvery, () => showFindings(api, findings))),
    findings.view.onDidChangeVisibility(() => showFindings(api, findings)),
    ...followDocuments(api, projects),
    api.workspace.onDidChangeWorkspaceFolders(() => projects.lookForFolders()),
    api.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
    api.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('codeforge.server')) void server.restart();
      // The server takes the settings in first; then the status names the model.
      if (change.affectsConfiguration('codeforge.model')) machine.after(settingsTakenIn, () => void projects.refresh());
    }),
  );
  return { server, projects, status, views: [jobs, findings, roadmap, choices], started: server.restart() };
}

/** The agents' documents are written after every change of a roadmap or a choice, whoever made it. */
function followDocuments(api: API, projects: Projects): vscode.Disposable[] {
  const watcher = api.workspace.createFileSystemWatcher('**/.codeforge/{roadmap,choices,jobs}.md');
  const read = () => void projects.refresh();
  return [watcher, watcher.onDidChange(read), watcher.onDidCreate(read), watcher.onDidDelete(read)];
}

/** An action that is done once for all calls within some time, at its end. */
function atMostEvery(machine: Machine, milliseconds: number, action: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    machine.after(milliseconds, () => {
      isDue = false;
      action();
    });
  };
}

/** The number stands beside the view's icon also where nobody sees the view; its lines need not be made there. */
function showFindings(api: API, findings: NodeView): void {
  if (findings.view.visible) findings.refresh();
  const count = findingCount(api);
  findings.view.badge = count > 0 ? { value: count, tooltip: api.l10n.t('{0} findings', count) } : undefined;
}

/** Says how many jobs wait, and what `when` clauses ask for. */
function showWaiting(api: API, view: NodeView, projects: Projects): void {
  const waiting = projects.jobs.filter(isWaiting).length;
  view.view.badge = waiting > 0 ? { value: waiting, tooltip: api.l10n.t('{0} waiting for you', waiting) } : undefined;
  setContexts(api, {
    'codeforge.hasJobs': projects.jobs.length > 0,
    'codeforge.hasOpenJobs': projects.jobs.some(isOpen),
    'codeforge.hasWaitingJobs': waiting > 0,
    'codeforge.hasRoadmap': projects.projects.some((project) => project.roadmap !== undefined),
    'codeforge.hasChoices': projects.projects.some((project) => project.choices.length > 0),
  });
}

function setContexts(api: API, contexts: Record<string, boolean>): void {
  for (const [key, value] of Object.entries(contexts)) void api.commands.executeCommand('setContext', key, value);
}

/** The reviewer's rules, as the program that runs lists them. */
async function rules(server: Server, machine: Machine): Promise<readonly { id: string; title: string }[]> {
  if (server.state.kind !== 'running') return [];
  return JSON.parse(await machine.run(server.state.path, ['rules', '--json']));
}

import type { API } from './api';
import { Dismissed, Nothing, Values } from './asking';
import { catalogue, resultDocument } from './catalogue';
import type { Machine } from './machine';
import type { Project, Projects } from './projects';
import type { Server } from './server';

/** What the extension's own commands work with. */
export interface OwnContext {
  readonly api: API;
  readonly machine: Machine;
  readonly server: Server;
  readonly projects: Projects;
  readonly extensionID: string;
  showOutput(): void;
}

type Action = (context: OwnContext, values: Values) => Promise<unknown>;

/** Commands that the extension does itself; the server knows none of these names. */
export const ownCommands: Readonly<Record<string, Action>> = {
  'codeforge.restartServer': ({ server }) => server.restart(),
  'codeforge.showOutput': async ({ showOutput }) => showOutput(),
  'codeforge.openWalkthrough': ({ api, extensionID }) => Promise.resolve(
    api.commands.executeCommand('workbench.action.openWalkthrough', `${extensionID}#codeforge.start`, false)),
  'codeforge.chooseProgram': chooseProgram,
  'codeforge.openDocument': openDocument,
  'codeforge.openResult': openResult,
};

/** Has the person show where the program is; the server starts once the setting has changed. */
async function chooseProgram({ api, server }: OwnContext): Promise<void> {
  const { l10n, window, workspace, ConfigurationTarget } = api;
  const label = l10n.t('Use This Program');
  const chosen = (await window.showOpenDialog({ title: l10n.t('Choose the codeforge program'), openLabel: label }))?.[0];
  if (!chosen) throw new Dismissed();
  const settings = workspace.getConfiguration('codeforge');
  const before = settings.get('server.path');
  // What the workspace says would go before what is set for all.
  const isOfWorkspace = settings.inspect('server.path')?.workspaceValue !== undefined;
  const target = isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('server.path', chosen.fsPath, target);
  // Nothing was changed, of which the editor would tell; the file itself may be another one.
  if (before === chosen.fsPath) await server.restart();
}

/** The documents are files: they can be opened before the server has come to know their folders, and without it. */
async function openDocument({ api }: OwnContext): Promise<void> {
  const documents: { label: string; description: string; detail: string; path: string }[] = [];
  for (const { uri: { fsPath: folder } } of api.workspace.workspaceFolders ?? []) {
    for (const { name, path, sentence } of catalogue.documents) {
      const file = `${folder}/${path}`;
      if (await exists(api, file)) {
        documents.push({ label: name, description: folder, detail: sentence, path: file });
      }
    }
  }
  if (documents.length === 0) throw new Nothing(api.l10n.t('There are no documents yet: an agent writes them.'));
  const picked = await api.window.showQuickPick(documents, { title: api.l10n.t('Open a Document') });
  if (picked) await api.window.showTextDocument(api.Uri.file(picked.path));
}

/** Opens the document that shows what a job came to. */
async function openResult({ api, projects }: OwnContext, values: Values): Promise<void> {
  const name = resultDocument[String(values['agent_type'])] ?? 'jobs';
  const path = catalogue.documents.find((document) => document.name === name)?.path;
  const project: Project | undefined = projects.projects.find(({ id }) => id === values['project_id'])
    ?? projects.projects[0];
  if (!path || !project) throw new Nothing(api.l10n.t('There are no documents yet: an agent writes them.'));
  await api.window.showTextDocument(api.Uri.file(`${project.folder}/${path}`));
}

async function exists(api: API, path: string): Promise<boolean> {
  try {
    await api.workspace.fs.stat(api.Uri.file(path));
    return true;
  } catch {
    return false;
  }
}

import type { Disposable, Uri } from 'vscode';
import type { API } from './api';
import { Nothing, Values } from './asking';
import { patched } from './patch';
import type { Projects } from './projects';
import type { Server } from './server';

/** What bringing in a job's files would do, as `codeforge/job/diff` answers. */
interface Changes {
  readonly files: readonly { readonly path: string; readonly kind: string; readonly diff: string }[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

const scheme = 'codeforge-change';

/** Shows in the editor's own comparison what a job would change, and brings in what the person then says. */
export class ChangesPreview implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly provider: Disposable;

  constructor(
    private readonly api: API, private readonly server: Server, private readonly projects: Projects,
  ) {
    this.provider = api.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
    });
  }

  dispose(): void { this.provider.dispose(); }

  /** Compares; where that cannot be done, the server's document shows the same. */
  async show(values: Values): Promise<unknown> {
    const { commands, l10n } = this.api;
    const job = String(values['job_id']);
    const { files, left } = await this.server.request<Changes>('codeforge/job/diff', { job_id: job });
    if (files.length === 0) {
      const reasons = left.map(({ path, reason }) => `${path}: ${reason}`).join(' ');
      throw new Nothing([l10n.t('This job has nothing to bring in.'), reasons].filter(Boolean).join(' '));
    }
    const pairs = await this.pairs(job, files);
    if (!pairs) {
      return this.server.request('workspace/executeCommand', {
        command: 'codeforge.showChanges', arguments: [{ job_id: job }],
      });
    }
    await commands.executeCommand('vscode.changes', l10n.t('Changes of job {0}', job.slice(0, 8)), pairs);
    return this.decide(job, files);
  }

  private async decide(job: string, files: Changes['files']): Promise<unknown> {
    const { l10n, window } = this.api;
    const created = files.filter(({ kind }) => kind === 'create').length;
    const [all, some, none] = [l10n.t('Bring In All'), l10n.t('Only New Files'), l10n.t('Leave')];
    const answer = await window.showInformationMessage(
      l10n.t('{0} new files, {1} that exist would change. Nothing is changed yet.', created, files.length - created),
      all, some, none);
    const which = answer === all ? 'all' : answer === some ? 'new' : answer === none ? 'none' : undefined;
    if (which === undefined) return undefined;
    return this.server.request('workspace/executeCommand', {
      command: 'codeforge.applyResult', arguments: [{ job_id: job, which }],
    });
  }

  /** What the comparison takes: each file, how it is, and how it would be; undefined where one cannot be told. */
  private async pairs(
    job: string, files: Changes['files'],
  ): Promise<[Uri, Uri | undefined, Uri | undefined][] | undefined> {
    const { Uri: Uris } = this.api;
    const row = this.projects.jobs.find(({ job_id }) => job_id === job);
    const folder = this.projects.projects.find(({ id }) => id === row?.project_id)?.folder;
    if (folder === undefined) return undefined;
    const pairs: [Uri, Uri | undefined, Uri | undefined][] = [];
    for (const { path, kind, diff } of files) {
      const file = Uris.file(`${folder}/${path}`);
      const isThere = kind !== 'create' && kind !== 'restore';
      const text = patched(isThere ? await this.text(file) : '', diff);
      if (text === undefined) return undefined;
      const after = Uris.parse(`${scheme}:${file.path.split('/').map(encodeURIComponent).join('/')}`);
      this.texts.set(after.toString(), text);
      pairs.push([file, isThere ? file : undefined, kind === 'remove' ? undefined : after]);
    }
    return pairs;
  }

  /** The text as the editor has it, which may not be saved. */
  private async text(file: Uri): Promise<string> {
    return (await this.api.workspace.openTextDocument(file)).getText();
  }
}

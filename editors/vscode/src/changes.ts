import type { Disposable, Uri } from 'vscode';
import type { API } from './api';
import { Nothing, Values } from './asking';
import type { Machine } from './machine';
import { patched } from './patch';
import type { Projects } from './projects';
import type { Server } from './server';

/** What bringing in a job's files would do, as `codeforge/job/diff` answers. */
interface Changes {
  readonly files: readonly { readonly path: string; readonly kind: string; readonly diff: string }[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

const scheme = 'codeforge-change';
/** How long an answer counts for all the files of a comparison, and how long a text is left alone, in milliseconds. */
const [answerCounts, textSettles] = [1000, 300];

/**
 * Shows in the editor's own comparison what a job would change, and brings in what the person then says.
 *
 * What a file would become has the file's path as its address, and the job behind it. No text is kept: it is made when
 * the editor asks for it, and again when the file is another one than that it was made from.
 */
export class ChangesPreview implements Disposable {
  private readonly answers = new Map<string, Promise<Changes>>();
  private readonly changed;
  private readonly disposables: Disposable[];
  private settled: Disposable | undefined;
  private readonly outdated = new Map<string, Uri>();
  /** What the editor asked for in vain: shown again by a window that was reloaded, before the server had the job. */
  private readonly awaited = new Map<string, Uri>();

  constructor(
    private readonly api: API, private readonly machine: Machine, private readonly server: Server,
    private readonly projects: Projects,
  ) {
    const { workspace } = api;
    this.changed = new api.EventEmitter<Uri>();
    this.disposables = [
      this.changed,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changed.event, provideTextDocumentContent: (uri) => this.provide(uri),
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri)),
      projects.onDidChange(() => this.makeUp()),
    ];
  }

  dispose(): void {
    this.settled?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Compares; where that cannot be done, the server's document shows the same. */
  async show(values: Values): Promise<unknown> {
    const { commands, l10n } = this.api;
    const job = String(values['job_id']);
    this.answers.delete(job);
    const { files, left } = await this.changesOf(job);
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
    this.renew(this.previews().filter(({ query }) => query === job));
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
    const folder = this.folderOf(job);
    if (folder === undefined) return undefined;
    const pairs: [Uri, Uri | undefined, Uri | undefined][] = [];
    for (const change of files) {
      const file = this.api.Uri.file(`${folder}/${change.path}`);
      if (await this.result(file, change) === undefined) return undefined;
      const path = file.path.split('/').map(encodeURIComponent).join('/');
      const after = change.kind === 'remove' ? undefined : this.api.Uri.parse(`${scheme}:${path}?${job}`);
      pairs.push([file, isThere(change) ? file : undefined, after]);
    }
    return pairs;
  }

  /** A file as a job would leave it; undefined where that cannot be told: the editor keeps what it shows. */
  private async provide(uri: Uri): Promise<string | undefined> {
    const { path, query: job } = uri;
    this.awaited.set(uri.toString(), uri);
    if (!await this.server.ready()) return undefined;
    // The editor may show it again after a start.
    if (this.folderOf(job) === undefined) await this.projects.refresh();
    const folder = this.folderOf(job);
    if (folder === undefined) return undefined;
    const { files } = await this.changesOf(job);
    this.awaited.delete(uri.toString());
    const { Uri: Uris } = this.api;
    const change = files.find((file) => Uris.file(`${folder}/${file.path}`).path === path);
    // What was brought in meanwhile changes nothing any more.
    return change ? this.result(Uris.file(path), change) : this.text(Uris.file(path));
  }

  private async result(file: Uri, change: Changes['files'][0]): Promise<string | undefined> {
    return patched(isThere(change) ? await this.text(file) : '', change.diff);
  }

  private changesOf(job: string): Promise<Changes> {
    const known = this.answers.get(job);
    if (known) return known;
    const asked = this.server.request<Changes>('codeforge/job/diff', { job_id: job });
    this.answers.set(job, asked);
    this.machine.after(answerCounts, () => {
      if (this.answers.get(job) === asked) this.answers.delete(job);
    });
    return asked;
  }

  private folderOf(job: string): string | undefined {
    const row = this.projects.jobs.find(({ job_id }) => job_id === job);
    return this.projects.projects.find(({ id }) => id === row?.project_id)?.folder;
  }

  /** More is known of projects: what was asked for too early is made now. */
  private makeUp(): void {
    const ready = [...this.awaited.values()].filter(({ query }) => this.folderOf(query) !== undefined);
    for (const uri of ready) this.awaited.delete(uri.toString());
    this.renew(ready);
  }

  /** A file was changed: what is shown of it is made anew once the person stops typing. */
  private follow({ path, scheme: its }: Uri): void {
    const previews = its === scheme ? [] : this.previews().filter((uri) => uri.path === path);
    if (previews.length === 0) return;
    for (const uri of previews) this.outdated.set(uri.toString(), uri);
    this.settled?.dispose();
    this.settled = this.machine.after(textSettles, () => {
      const outdated = [...this.outdated.values()];
      this.outdated.clear();
      for (const { query } of outdated) this.answers.delete(query);
      this.renew(outdated);
    });
  }

  /** What the editor has open of them. */
  private previews(): Uri[] {
    return this.api.workspace.textDocuments.map(({ uri }) => uri).filter((uri) => uri.scheme === scheme);
  }

  private renew(uris: readonly Uri[]): void {
    for (const uri of uris) this.changed.fire(uri);
  }

  /** The text as the editor has it, which may not be saved. */
  private async text(file: Uri): Promise<string> {
    return (await this.api.workspace.openTextDocument(file)).getText();
  }
}

function isThere({ kind }: Changes['files'][0]): boolean { return kind !== 'create' && kind !== 'restore'; }

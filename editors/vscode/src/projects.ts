import type { Disposable } from 'vscode';
import type { API } from './api';
import type { Machine } from './machine';
import { Choice, Job, JobEvent, Page, Question, Roadmap, Status } from './records';
import type { Server } from './server';

/** A folder of the window and what the server keeps of its project. */
export interface Project {
  readonly id: string;
  readonly folder: string;
  readonly roadmap: Roadmap | undefined;
  readonly choices: readonly Choice[];
}

const statusAfter: Record<JobEvent['event'], string> = {
  progress: 'running', waiting: 'waiting_for_input', complete: 'completed', error: 'failed', cancelled: 'cancelled',
};
/** How many of a project's jobs are shown. */
const jobLimit = 50;
/** How often, in milliseconds, and how many times the server is asked for folders that it has not opened. */
const [lookEvery, looksForFolders] = [250, 40];

/** What the views show of the window's projects: read when the server starts and whenever it tells of a change. */
export class Projects implements Disposable {
  projects: readonly Project[] = [];
  /** Newest first. */
  jobs: readonly Job[] = [];
  status: Status | undefined;
  private readonly steps = new Map<string, string>();
  private readonly questions = new Map<string, readonly Question[]>();
  private readonly changed;
  private reading: Promise<void> | undefined;
  private isOutdated = false;
  private looks: Disposable | undefined;
  private readonly followed: Disposable;

  constructor(private readonly api: API, private readonly server: Server, private readonly machine: Machine) {
    this.changed = new api.EventEmitter<void>();
    server.onNotification('codeforge/job/event', (event: JobEvent) => this.heard(event));
    server.onNotification('codeforge/project/didChange', () => void this.refresh());
    this.followed = server.onDidChangeState(({ kind }) => {
      this.looks?.dispose();
      if (kind === 'running') {
        this.forget();
        this.lookForFolders();
      } else if (kind !== 'starting') {
        this.clear();
      }
    });
  }

  get onDidChange() { return this.changed.event; }

  /** What a job is doing, where it said so. */
  step(job: Job): string | undefined { return this.steps.get(job.job_id); }

  /** The questions of a waiting job. */
  async questionsOf(job: Job): Promise<readonly Question[]> {
    const known = this.questions.get(job.job_id);
    if (known) return known;
    const asked = await this.server.request<Job>('codeforge/job/get', { job_id: job.job_id });
    return asked.questions ?? [];
  }

  /** Reads everything anew; whoever asks while that goes on gets one more reading after it. */
  refresh(): Promise<void> {
    this.isOutdated = true;
    this.reading ??= this.readUntilCurrent().finally(() => { this.reading = undefined; });
    return this.reading;
  }

  /**
   * Reads, and again until the server has opened every folder and closed those that are gone.
   *
   * The client library tells the server of folders, and hears of them after this does: the first reading waits for that.
   */
  lookForFolders(): void {
    this.looks?.dispose();
    let left = looksForFolders;
    this.looks = this.machine.every(lookEvery, () => {
      if (left-- > 0 && !this.hasAllFolders) void this.refresh();
      else this.looks?.dispose();
    });
    this.machine.after(0, () => void this.refresh());
  }

  dispose(): void {
    this.looks?.dispose();
    this.followed.dispose();
    this.changed.dispose();
  }

  private get hasAllFolders(): boolean {
    const folders = this.api.workspace.workspaceFolders ?? [];
    return this.status?.mirrors.length === folders.filter(({ uri }) => uri.scheme === 'file').length;
  }

  /** What another server said of jobs counts no more: it may have had another database. */
  private forget(): void {
    this.steps.clear();
    this.questions.clear();
  }

  /** Without a server no job is going on that anyone could follow, cancel or answer. */
  private clear(): void {
    this.forget();
    [this.projects, this.jobs, this.status] = [[], [], undefined];
    this.changed.fire();
  }

  private async readUntilCurrent(): Promise<void> {
    while (this.isOutdated) {
      this.isOutdated = false;
      try {
        await this.read();
      } catch {
        // The server went away meanwhile; its next start reads again, or has asked for that already.
        continue;
      }
      this.changed.fire();
    }
  }

  private async read(): Promise<void> {
    const status = await this.server.request<Status>('codeforge/debug/status', {});
    const projects: Project[] = [];
    // By their names: folders of one project have the same.
    const jobs = new Map<string, Job>();
    for (const { folder, project_id } of status.mirrors) {
      const [page, roadmap, choices] = await Promise.all([
        this.optional<Page<Job>>('codeforge/job/list', { project_id, limit: jobLimit, offset: 0 }),
        this.optional<Roadmap>('codeforge/roadmap/get', { project_id }),
        this.optional<Page<Choice>>('codeforge/choice/list', { project_id }),
      ]);
      projects.push({ id: project_id, folder, roadmap, choices: choices?.items ?? [] });
      for (const job of page?.items ?? []) jobs.set(job.job_id, job);
    }
    if (!this.server.isRunning) throw new Error('nothing that was not answered is known to be not there');
    [this.status, this.projects] = [status, projects];
    this.jobs = [...jobs.values()].sort((left, right) => (right.created_at ?? '').localeCompare(left.created_at ?? ''));
  }

  /** The answer to a request, or nothing where the server has none: a project need not have a roadmap. */
  private async optional<T>(method: string, params: unknown): Promise<T | undefined> {
    try {
      return await this.server.request<T>(method, params);
    } catch {
      return undefined;
    }
  }

  private heard(event: JobEvent): void {
    const { job_id, data } = event;
    if (event.event === 'progress' && data?.step) this.steps.set(job_id, data.step);
    if (event.event !== 'progress') this.steps.delete(job_id);
    if (event.event === 'waiting' && data?.questions) this.questions.set(job_id, data.questions);
    if (event.event !== 'waiting') this.questions.delete(job_id);
    const known = this.jobs.some((job) => job.job_id === job_id);
    this.jobs = this.jobs.map((job) => job.job_id !== job_id ? job : {
      ...job, status: statusAfter[event.event], progress: data?.progress ?? job.progress,
      error: data?.error ?? job.error ?? null,
    });
    if (!known || event.event !== 'progress') void this.refresh();
    this.changed.fire();
  }
}

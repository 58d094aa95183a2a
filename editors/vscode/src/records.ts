// What the server tells, in the specification's own names.

export interface Question {
  readonly id: string;
  readonly question: string;
  readonly options?: readonly string[] | null;
}

export interface Job {
  readonly job_id: string;
  readonly project_id: string;
  readonly agent_type: string;
  readonly status: string;
  /** In percent. */
  readonly progress: number;
  readonly error?: string | null;
  readonly created_at?: string;
  readonly questions?: readonly Question[];
}

export interface JobEvent {
  readonly event: 'progress' | 'waiting' | 'complete' | 'error' | 'cancelled';
  readonly job_id: string;
  readonly data?: { progress?: number; step?: string; error?: string; questions?: readonly Question[] };
}

export interface RoadmapModule {
  readonly title: string;
  readonly steps: readonly string[];
  readonly is_locked?: boolean;
  /** Places of the steps that are done, within the module. */
  readonly done_steps?: readonly number[];
}

export interface Roadmap {
  readonly project_id: string;
  readonly title: string;
  readonly modules: readonly RoadmapModule[];
  readonly current_step_index: number;
}

export interface Choice {
  readonly choice_id: string;
  readonly context: string;
  readonly selected: string | null;
  readonly recommendation?: string;
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly id: string;
  readonly title: string;
  readonly pros?: readonly string[];
  readonly cons?: readonly string[];
  readonly difficulty?: string;
}

export interface Finding {
  readonly uri: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly identity: string;
  readonly fixable: boolean;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

export interface Page<T> { readonly items: readonly T[]; }

export interface Status {
  readonly version: string;
  readonly providers: readonly string[];
  readonly mirrors: readonly {
    readonly folder: string; readonly project_id: string;
    /** Of a project that is linked to a team's server. */
    readonly team?: { readonly run_jobs: 'here' | 'team' };
  }[];
}

/** Whether a job goes on, now or after an answer. */
export function isOpen(job: Job): boolean {
  return job.status === 'queued' || job.status === 'running' || isWaiting(job);
}

export function isWaiting(job: Job): boolean {
  return job.status === 'waiting_for_input';
}

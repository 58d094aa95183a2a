import type * as vscode from 'vscode';
import type { API } from '../api';
import type { Projects } from '../projects';
import { isOpen, isWaiting, Job } from '../records';
import { Node } from './node';

const icons: Record<string, [icon: string, color?: string]> = {
  queued: ['clock'],
  running: ['sync~spin'],
  waiting_for_input: ['question', 'notificationsWarningIcon.foreground'],
  completed: ['pass', 'testing.iconPassed'],
  failed: ['error', 'testing.iconFailed'],
  cancelled: ['circle-slash'],
};

/** The agents' jobs, the newest first; a click on one that waits answers it, on one that is done opens its result. */
export function jobNodes(api: API, projects: Projects): Node[] {
  return projects.jobs.map((job) => {
    const [icon, color] = icons[job.status] ?? ['circle-outline'];
    const [title, state] = [jobTitle(api, job), stateOf(api, job, projects.step(job))];
    const values = { job_id: job.job_id, agent_type: job.agent_type, project_id: job.project_id };
    return new Node(title, {
      id: job.job_id, icon, color, kind: kindOf(job), values, command: click(title, job, values),
      description: `${state} · ${job.job_id.slice(0, 8)}`,
      tooltip: [title, state, job.error, job.created_at].filter(Boolean).join('\n'),
    });
  });
}

/** What an agent's job is for, in a few words. */
export function jobTitle(api: API, job: Job): string {
  const { l10n } = api;
  switch (job.agent_type) {
    case 'pipeline': return l10n.t('From idea to files');
    case 'research': return l10n.t('Requirements');
    case 'wireframe': return l10n.t('Architecture');
    case 'code': return l10n.t('Code');
    case 'qa': return l10n.t('Check of the project');
    case 'pedagogy': return l10n.t('Choice between designs');
    case 'roadmap': return l10n.t('Roadmap');
    default: return job.agent_type;
  }
}

/** What a job is doing or has come to. */
export function stateOf(api: API, job: Job, step: string | undefined): string {
  const { l10n } = api;
  switch (job.status) {
    case 'queued': return l10n.t('queued');
    case 'running': return [`${Math.round(job.progress)} %`, step].filter(Boolean).join(' ');
    case 'waiting_for_input': return l10n.t('waits for your answer');
    case 'completed': return l10n.t('completed');
    case 'failed': return l10n.t('failed');
    case 'cancelled': return l10n.t('cancelled');
    default: return job.status;
  }
}

function kindOf(job: Job): string {
  return isWaiting(job) ? 'job-waiting' : isOpen(job) ? 'job-running' : `job-${job.status}`;
}

function click(title: string, job: Job, values: Record<string, unknown>): vscode.Command | undefined {
  // The line itself is given, not its values alone, so that the answers are asked for.
  const line = new Node(title, { values: { job_id: job.job_id } });
  if (isWaiting(job)) return { title, command: 'codeforge.answerQuestion', arguments: [line] };
  if (job.status === 'completed') return { title, command: 'codeforge.openResult', arguments: [values] };
  return undefined;
}

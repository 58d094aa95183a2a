import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Projects } from '../src/projects';
import type { ServerState } from '../src/server';
import { Editor } from './support/stub';

/** Projects of a server that the test plays; each request is answered from `answers`, by its method. */
function world(answers: Record<string, (params: any) => unknown> = {}) {
  const editor = new Editor();
  editor.folders = ['/app'];
  const states = new editor.api.EventEmitter<ServerState>();
  const handlers: Record<string, (params: any) => void> = {};
  const asked: string[] = [];
  const all: Record<string, (params: any) => unknown> = {
    'codeforge/debug/status': () => ({ version: '0.1.0', providers: [], mirrors: [{ folder: '/app', project_id: 'p' }] }),
    'codeforge/job/list': () => ({ items: [{ job_id: 'j', project_id: 'p', status: 'running', progress: 5 }] }),
    'codeforge/roadmap/get': () => { throw new Error('there is none'); },
    'codeforge/choice/list': () => ({ items: [] }), ...answers,
  };
  const server: any = {
    isRunning: true, onDidChangeState: states.event,
    onNotification: (method: string, handler: any) => { handlers[method] = handler; },
    request: async (method: string, params: any) => {
      asked.push(method);
      return all[method]?.(params);
    },
  };
  const looks = new Set<() => void>();
  const machine: any = {
    after: (_: number, action: () => void) => setTimeout(action, 0),
    every: (_: number, action: () => void) => {
      looks.add(action);
      return { dispose: () => looks.delete(action) };
    },
  };
  const projects = new Projects(editor.api, server, machine);
  const become = (kind: ServerState['kind']) => {
    server.isRunning = kind === 'running';
    states.fire({ kind } as ServerState);
  };
  return { editor, projects, server, handlers, asked, all, looks, become };
}

test('a server that does not come back leaves no job that seems to go on', async () => {
  for (const kind of ['failed', 'unavailable', 'stopped'] as const) {
    const { projects, become } = world();
    await projects.refresh();
    become('starting');
    assert.equal(projects.jobs.length, 1, 'a restart empties nothing');
    let changes = 0;
    projects.onDidChange(() => { changes += 1; });
    become(kind);
    assert.deepEqual([projects.jobs, projects.projects, projects.status, changes], [[], [], undefined, 1], kind);
  }
});

test('a reading that a restart broke off is followed by one of the new server', async () => {
  const { editor, projects, all, become } = world();
  let fail: (error: Error) => void = () => undefined;
  const status = all['codeforge/debug/status'] as () => unknown;
  all['codeforge/debug/status'] = () => new Promise((_, reject) => { fail = reject; });
  void projects.refresh();
  become('starting');
  become('running');
  await new Promise<void>((resolve) => { setTimeout(resolve, 5); });
  all['codeforge/debug/status'] = status;
  fail(new Error('The server ended before it answered.'));
  await editor.until('the new server’s jobs', () => projects.jobs.length === 1);
});

test('what a server that ends does not answer is not taken for nothing', async () => {
  const { projects, all, server } = world();
  await projects.refresh();
  all['codeforge/job/list'] = () => {
    server.isRunning = false;
    throw new Error('The server ended before it answered.');
  };
  await projects.refresh();
  assert.equal(projects.jobs.length, 1);
});

test('steps and questions of another server are forgotten', async () => {
  const { projects, handlers, become, asked } = world({ 'codeforge/job/get': () => ({ questions: [] }) });
  await projects.refresh();
  const [job] = projects.jobs;
  if (!job) throw new Error('no job');
  handlers['codeforge/job/event']?.({ event: 'progress', job_id: 'j', data: { step: 'Thinking' } });
  assert.equal(projects.step(job), 'Thinking');
  handlers['codeforge/job/event']?.({ event: 'waiting', job_id: 'j', data: { questions: [{ id: 'q', question: 'Who?' }] } });
  assert.equal((await projects.questionsOf(job)).length, 1);
  handlers['codeforge/job/event']?.({ event: 'progress', job_id: 'k', data: { step: 'Thinking' } });
  become('running');
  assert.equal(projects.step({ ...job, job_id: 'k' }), undefined);
  await projects.questionsOf(job);
  assert(asked.includes('codeforge/job/get'));
});

test('a job of a project with two folders is listed once', async () => {
  const { projects } = world({
    'codeforge/debug/status': () => ({
      version: '0.1.0', providers: [],
      mirrors: [{ folder: '/app', project_id: 'p' }, { folder: '/link', project_id: 'p' }],
    }),
  });
  await projects.refresh();
  assert.deepEqual(projects.jobs.map(({ job_id }) => job_id), ['j']);
});

test('folders are looked for until the server has those of the window, no more and no fewer', async () => {
  const mirrors = [{ folder: '/app', project_id: 'p' }, { folder: '/other', project_id: 'o' }];
  const { editor, projects, looks } = world({
    'codeforge/debug/status': () => ({ version: '0.1.0', providers: [], mirrors: [...mirrors] }),
  });
  projects.lookForFolders();
  await editor.until('a reading', () => projects.projects.length === 2);
  mirrors.pop();
  for (const look of looks) look();
  await editor.until('another', () => projects.projects.length === 1);
  for (const look of looks) look();
  assert.equal(looks.size, 0);
});

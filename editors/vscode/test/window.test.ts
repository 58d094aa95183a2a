import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, test } from 'node:test';
import type { Job } from '../src/records';
import { program, Window } from './support/window';

const python = [
  'def total(order, extras=[]):', '    if order == None:', '        return 0', '    return order.sum + len(extras)', '',
].join('\n');

const tests: [name: string, body: (window: Window) => Promise<void>, folder?: string][] = [];

/** A test in a window of its own, on a folder of some name. */
function inWindow(name: string, body: (window: Window) => Promise<void>, folder?: string): void {
  tests.push(folder === undefined ? [name, body] : [name, body, folder]);
}

/** Opens `orders.py`, which has two findings, with the cursor on the first one's line. */
async function openOrders(window: Window): Promise<string> {
  const file = window.write('shop/orders.py', python);
  await window.open();
  await window.client.open(file, 'python');
  window.editor.front = { path: file, text: python, languageId: 'python', line: 1 };
  await window.editor.until('findings', () => window.editor.lines('codeforge.findings').length > 0);
  return file;
}

const jobs = (window: Window) => window.editor.lines('codeforge.jobs');
const newestJob = (window: Window): Job | undefined => window.active.projects.jobs[0];

/** Runs a command and waits until its job has come to a state. */
async function job(window: Window, command: string, status: string, ...given: unknown[]): Promise<Job> {
  const before = window.active.projects.jobs.length;
  await window.editor.run(command, ...given);
  await window.editor.until(`${command} ${status}`, () =>
    window.active.projects.jobs.length > before && newestJob(window)?.status === status);
  return newestJob(window) as Job;
}

inWindow('findings stand in their view by severity and file, and a click goes to one', async (window) => {
  const file = await openOrders(window);
  const lines = window.editor.lines('codeforge.findings').map((line) => line.replace(/^ {4}.* \| /, '    '));
  assert.deepEqual(lines, [
    '(warning) Warnings | 1', '  (file) orders.py | shop · 1', '    correctness/mutable-default line 1',
    '(info) Information | 1', '  (file) orders.py | shop · 1', '    correctness/none-comparison line 2',
  ]);
  const finding = window.editor.nodes('codeforge.findings').find((node) => node.about.values?.rule === 'correctness/none-comparison');
  const { command } = window.editor.item('codeforge.findings', finding);
  assert.equal(command.command, 'vscode.open');
  assert.equal(command.arguments[0].fsPath, file);
  assert.equal(command.arguments[1].selection.start.line, 1);
});

inWindow('the number of findings is right where nobody sees the view, whose lines are not made then', async (window) => {
  window.editor.showsViews = false;
  const file = window.write('shop/orders.py', python);
  await window.open();
  let made = 0;
  window.editor.views.get('codeforge.findings')?.onDidChangeTreeData?.(() => { made += 1; });
  await window.client.open(file, 'python');
  const badge = () => window.editor.trees.get('codeforge.findings')?.badge?.value;
  await window.editor.until('a number', () => badge() === 2);
  assert.equal(made, 0);
  window.editor.showsViews = true;
  for (let count = 0; count < 100; count++) window.editor.diagnosticsChanged.fire({ uris: [] });
  await window.editor.until('lines', () => made > 0);
  assert.equal(made, 1);
});

inWindow('the palette fixes, dismisses and restores the finding at the cursor without asking which', async (window) => {
  const file = await openOrders(window);
  await window.editor.run('codeforge.fixIssue');
  assert.match(readFileSync(file, 'utf8'), /if order is None:/);
  await window.editor.run('codeforge.dismissIssue');
  await window.editor.until('dismissed', () => !window.editor.lines('codeforge.findings').join().includes('none-comparison'));
  await window.editor.run('codeforge.restoreIssue');
  await window.editor.until('restored', () => window.editor.lines('codeforge.findings').join().includes('none-comparison'));
  assert.deepEqual(window.editor.shown, []);
});

inWindow('away from findings all of the document are offered, and none is said to be there where none is', async (window) => {
  await openOrders(window);
  if (window.editor.front) window.editor.front = { ...window.editor.front, line: 3 };
  await window.editor.run('codeforge.dismissIssue');
  assert.equal(window.editor.shown[0]?.items.length, 2);
  await window.editor.run('codeforge.restoreIssue');
  assert.equal(window.editor.shown[1]?.text, 'There is no dismissed finding on the line of the cursor.');
});

inWindow('a rule is explained on its page, from its finding, its code and a list of all', async (window) => {
  await openOrders(window);
  const { pages } = window.client;
  const [finding] = window.editor.nodes('codeforge.findings').filter((node) => node.about.kind === 'finding');
  await window.editor.run('codeforge.explainRule', finding);
  await window.editor.until('explained', () => pages.length === 1);
  assert.match(pages[0]?.text ?? '', /^# .*\n\n`correctness\/mutable-default` · warning/);
  window.editor.pick = ({ items }) => items.find((item) => /debugger/i.test(item));
  await window.editor.run('codeforge.explainRule');
  await window.editor.until('explained', () => pages.length === 2);
  assert((window.editor.shown[0]?.items.length ?? 0) > 50);
  assert.match(pages[1]?.text ?? '', /debugger/i);
  const [, [diagnostic]] = [...window.editor.diagnostics][0] as [string, any[]];
  assert.equal(diagnostic.codeDescription.href, pages[0]?.uri);
});

inWindow('an idea becomes files, its question answered by a click on the job that waits', async (window) => {
  const { editor } = window;
  await window.open();
  await editor.until('project', () => window.active.projects.projects.length === 1);
  assert.equal(editor.contexts['codeforge.hasJobs'], false);
  // The message that the server shows is left; the picker comes when it is called for.
  editor.pick = ({ kind, text }) => kind === 'input' && /build/.test(text) ? 'A CRM for dog walkers' : undefined;
  const waiting = await job(window, 'codeforge.runPipeline', 'waiting_for_input');
  assert.deepEqual(jobs(window), [`(question) From idea to files | waits for your answer · ${waiting.job_id.slice(0, 8)}`]);
  assert.equal(editor.contexts['codeforge.hasWaitingJobs'], true);
  assert.match(editor.statusItems[0]?.text ?? '', /1 waiting for you/);

  const [line] = editor.nodes('codeforge.jobs');
  const { command } = editor.item('codeforge.jobs', line);
  const asked = editor.shown.length;
  await editor.run(command.command, ...command.arguments);
  assert.equal(editor.shown[asked]?.kind, 'pick');
  assert.equal(newestJob(window)?.status, 'waiting_for_input');

  const steps = new Set<string>();
  window.active.projects.onDidChange(() => jobs(window).forEach((text) => steps.add(text)));
  editor.pick = ({ kind, items }) => kind === 'pick' ? items[0] : undefined;
  await editor.run(command.command, ...command.arguments);
  await editor.until('completed', () => newestJob(window)?.status === 'completed');
  assert.match(jobs(window)[0] ?? '', /^\(pass\) From idea to files \| completed/);
  assert([...steps].some((text) => /sync~spin.* \d+ % \S/.test(text)), [...steps].join('\n'));
  await editor.until('files', () => existsSync(path.join(window.folder, 'package.json')));
  await editor.until('its documents', () => ['review.md', 'requirements.md'].every((name) =>
    existsSync(path.join(window.folder, '.codeforge', name))));

  const [done] = editor.nodes('codeforge.jobs');
  await editor.run('codeforge.openResult', done);
  assert.equal(editor.opened[editor.opened.length - 1], path.join(window.folder, '.codeforge/review.md'));
  editor.pick = ({ items }) => items.find((item) => item === 'requirements');
  await editor.run('codeforge.openDocument');
  assert.equal(editor.opened[editor.opened.length - 1], path.join(window.folder, '.codeforge/requirements.md'));
  assert.deepEqual(editor.shown.filter(({ kind }) => kind === 'error'), []);
});

inWindow('what a job would change is compared before it is brought in, by the server that made it', async (window) => {
  const { editor } = window;
  const mine = window.write('README.md', '# Mine\n');
  await window.open();
  window.client.takesEdits = false;
  editor.pick = ({ kind, items }) => kind === 'input' ? 'A CRM for dog walkers'
    : items.includes('Write an answer in questions.md') ? items[0] : undefined;
  await job(window, 'codeforge.runPipeline', 'completed');
  await editor.until('refused', () => window.client.heard.some(({ method }) => method === 'workspace/applyEdit'));
  await editor.run('codeforge.showChanges', editor.nodes('codeforge.jobs')[0]);
  assert(editor.ran.some(({ command }) => command === 'vscode.changes'), JSON.stringify(editor.shown));
  const changes = editor.ran.find(({ command }) => command === 'vscode.changes');
  const pairs = changes?.given[1] as [any, any, any][];
  const [, before, after] = pairs.find(([file]) => file.fsPath === mine) ?? [];
  assert.equal(before?.fsPath, mine);
  const text = await editor.contents.get('codeforge-change')?.(after);
  assert.equal(readFileSync(mine, 'utf8'), '# Mine\n');
  window.client.takesEdits = true;
  editor.pick = ({ items }) => items.find((item) => item === 'Bring In All');
  await editor.run('codeforge.showChanges', editor.nodes('codeforge.jobs')[0]);
  await editor.until('brought in', () => readFileSync(mine, 'utf8') === text);
});

inWindow('a roadmap has steps that are next and modules that are locked; a choice takes a check mark', async (window) => {
  const { editor } = window;
  await window.open();
  editor.pick = ({ kind, items, text }) => kind === 'input' ? (/Which decision/.test(text) ? 'How to keep sessions' : 'A todo list') : items[0];
  await job(window, 'codeforge.runPipeline', 'completed');
  await job(window, 'codeforge.runRoadmap', 'completed');
  await editor.until('a roadmap', () => editor.contexts['codeforge.hasRoadmap'] === true);
  const lines = editor.lines('codeforge.roadmap');
  assert.match(lines[0] ?? '', /^\(book\) .* \| 0\/\d+$/);
  assert.match(lines[1] ?? '', /^ {2}\(arrow-right\) .* \| next$/);
  assert(lines.some((line) => /^\(lock\) .* \| locked$/.test(line)), lines.join('\n'));

  await job(window, 'codeforge.runPedagogy', 'completed');
  await editor.until('a choice', () => editor.contexts['codeforge.hasChoices'] === true);
  const option = editor.nodes('codeforge.choices').find((node) => node.about.kind === 'option-open');
  await editor.run('codeforge.chooseOption', option);
  await editor.until('chosen', () => {
    window.editor.filesChanged.fire(editor.api.Uri.file(window.folder) as any);
    return editor.lines('codeforge.choices').some((line) => line === `  (check) ${option.label} | ${option.about.description}`);
  });
  assert.deepEqual(editor.shown.filter(({ kind }) => kind === 'error'), []);
});

inWindow('a waiting job is cancelled from the palette without asking which', async (window) => {
  const { editor } = window;
  await window.open();
  editor.pick = ({ kind }) => kind === 'input' ? 'An app' : undefined;
  await job(window, 'codeforge.runResearch', 'waiting_for_input');
  await editor.run('codeforge.cancelJob');
  await editor.until('cancelled', () => newestJob(window)?.status === 'cancelled');
  const shown = editor.shown.length;
  await editor.run('codeforge.cancelJob');
  assert.deepEqual(editor.shown.slice(shown).map(({ kind, text }) => [kind, text]),
    [['information', 'There is no such job: Cancel a Job']]);
});

inWindow('whoever goes away from a question sends nothing and is told nothing', async (window) => {
  await window.open();
  for (const command of ['runPipeline', 'runResearch', 'runCode', 'runPedagogy', 'runAgent', 'askMentor', 'exportGitHub']) {
    await window.editor.run(`codeforge.${command}`);
  }
  assert(window.editor.shown.every(({ kind }) => kind === 'input' || kind === 'pick'));
  window.editor.pick = ({ kind }) => kind === 'input' ? 'dog-walkers' : undefined;
  // The name of the repository is given, the sign-in is not.
  await window.editor.run('codeforge.exportGitHub');
  await window.active.projects.refresh();
  assert.deepEqual(window.active.projects.jobs, []);
  assert.deepEqual(window.editor.shown.filter(({ kind }) => kind === 'error'), []);
});

inWindow('the mentor is asked about what is selected', async (window) => {
  await openOrders(window);
  if (window.editor.front) window.editor.front = { ...window.editor.front, line: 0, endLine: 2 };
  window.editor.pick = ({ kind }) => kind === 'input' ? 'Why is the default a problem?' : undefined;
  await window.editor.run('codeforge.askMentor');
  await window.editor.until('a hint', () => window.editor.shown.some(({ kind }) => kind === 'information'));
  await window.active.projects.refresh();
  const sessions: any = await window.active.server.request('codeforge/session/list', {});
  assert.match(JSON.stringify(sessions), /extras=\[\]/);
});

inWindow('what is selected is refactored and explained, or the finding at the cursor, and nobody is asked for a range', async (window) => {
  await openOrders(window);
  await window.editor.until('project', () => window.active.projects.projects.length === 1);
  const { editor } = window;
  const told = async (command: string) => {
    const before = editor.shown.length;
    await editor.run(command);
    return editor.shown.slice(before).map(({ kind, text }) => `${kind}: ${text}`);
  };
  assert.deepEqual(await told('codeforge.refactorCode'), ['information: Select the code that you mean first.']);
  await editor.run('codeforge.explainCode');
  await editor.until('explained', () => editor.shown.some(({ kind, text }) => kind === 'information' && /None/.test(text)));
  if (editor.front) editor.front = { ...editor.front, line: 3 };
  assert.deepEqual(await told('codeforge.explainCode'), ['information: Select the code that you mean first.']);
  if (editor.front) editor.front = { ...editor.front, line: 0, endLine: 4 };
  assert.match((await told('codeforge.explainCode')).join(), /^error: CodeForge: No model explains code/);
  await editor.run('codeforge.refactorCode');
  await editor.until('a job', () => newestJob(window)?.agent_type === 'code');
  assert(editor.shown.every(({ kind }) => kind !== 'input' && kind !== 'pick'));
});

inWindow('only what a person has set is sent: the folder’s own settings count, and go after the editor’s', async (window) => {
  window.write('.codeforge/config.json', '{"review.minimumSeverity": "warning"}');
  await openOrders(window);
  assert.doesNotMatch(window.editor.lines('codeforge.findings').join(), /none-comparison/);
  window.editor.set('review.minimumSeverity', 'info');
  await window.editor.until('information', () => window.editor.lines('codeforge.findings').join().includes('none-comparison'));
  window.editor.set('review.minimumSeverity', 'critical');
  await window.editor.until('nothing', () => window.editor.lines('codeforge.findings').length === 0);
  // Neither the extension's own settings nor anything else was told to be unknown.
  assert.deepEqual(window.editor.shown, []);
});

inWindow('the status names what the agents run on, also when that is changed', async (window) => {
  await window.open();
  const detail = () => window.editor.statusItems[0]?.detail ?? '';
  await window.editor.until('offline', () => /offline agents/.test(detail()));
  window.editor.settings['model.name'] = 'qwen3';
  window.editor.set('model.provider', 'ollama');
  await window.editor.until('the model', () => /ollama\/qwen3/.test(detail()) && !/offline/.test(detail()));
  window.editor.set('model.routes', { qa: 'offline' });
  await window.editor.until('both', () => /ollama\/qwen3 · offline agents/.test(detail()));
});

inWindow('a server that is killed comes back, and its commands with it', async (window) => {
  await window.open();
  const process = window.client.process;
  process?.kill('SIGKILL');
  await window.editor.until('a second server', () => window.clients.length === 2 && window.active.server.state.kind === 'running');
  await window.editor.run('codeforge.showStatus');
  await window.editor.until('status', () => window.editor.shown.some(({ text }) => /CodeForge 0\.\d+\.\d+/.test(text)));
});

inWindow('a setting that names another program restarts the server, and a wrong one says so', async (window) => {
  await window.open();
  const right = window.editor.settings['server.path'];
  window.editor.set('server.path', '/nowhere/codeforge');
  await window.editor.until('unavailable', () => window.active.server.state.kind === 'unavailable');
  assert.match(window.editor.shown[0]?.text ?? '', /names \/nowhere\/codeforge, where no program is/);
  assert.equal(window.editor.contexts['codeforge.isRunning'], false);
  // A command says it again: whoever runs it wants to know why nothing happens.
  await window.editor.run('codeforge.showStatus');
  assert.equal(window.editor.shown.length, 2);
  window.editor.pick = ({ kind }) => kind === 'open' ? String(right) : undefined;
  await window.editor.run('codeforge.chooseProgram');
  await window.editor.until('running', () => window.active.server.state.kind === 'running');
});

inWindow('the program that is chosen is taken, also where the workspace says one, and where it is the one before', async (window) => {
  window.editor.settings['server.path'] = '/nowhere/codeforge';
  window.editor.ofWorkspace.add('server.path');
  await window.open();
  window.editor.pick = ({ kind }) => kind === 'open' ? program : undefined;
  await window.editor.run('codeforge.chooseProgram');
  await window.editor.until('running', () => window.active.server.state.kind === 'running');
  await window.editor.run('codeforge.chooseProgram');
  assert.equal(window.clients.length, 2);
});

inWindow('a document can be opened before the server is there', async (window) => {
  const file = window.write('.codeforge/requirements.md', '# Requirements\n');
  const opened = window.open();
  window.editor.pick = ({ items }) => items.find((item) => item === 'requirements');
  await Promise.all([opened, window.editor.run('codeforge.openDocument')]);
  assert.deepEqual([window.editor.opened, window.editor.shown.map(({ kind }) => kind)], [[file], ['pick']]);
});

inWindow('what the server does not know is no document, and a sign-in that cannot be is told', async (window) => {
  const file = await openOrders(window);
  window.editor.scheme = 'output';
  await window.editor.run('codeforge.fixIssue');
  window.editor.scheme = 'file';
  window.editor.front = { path: file, text: python, languageId: 'python', line: 1 };
  window.editor.signIn = () => { throw new Error("No authentication provider 'github' is currently registered."); };
  window.editor.pick = ({ kind }) => kind === 'input' ? 'dog-walkers' : undefined;
  await window.editor.run('codeforge.exportGitHub');
  assert.deepEqual(window.editor.shown.filter(({ kind }) => kind !== 'input').map(({ kind, text }) => [kind, text]), [
    ['information', 'Open the document that you mean first.'],
    ['error', "CodeForge: No authentication provider 'github' is currently registered."],
  ]);
});

inWindow('a program that vanishes while it runs is told of when its server ends, and starts once it is back', async (window) => {
  const link = path.join(window.folder, '../codeforge');
  symlinkSync(program, link);
  window.editor.settings['server.path'] = link;
  await window.open();
  rmSync(link, { recursive: false, force: true });
  window.client.process?.kill('SIGKILL');
  await window.editor.until('unavailable', () => window.active.server.state.kind === 'unavailable');
  assert.deepEqual(window.editor.shown.map(({ kind }) => kind), ['warning']);
  symlinkSync(program, link);
  await window.editor.until('running', () => window.active.server.state.kind === 'running');
  assert.equal(window.editor.shown.length, 1);
});

inWindow('a program that starts and says nothing is killed by a restart with another one, and by the end', async (window) => {
  const silent = path.join(window.folder, '../silent');
  writeFileSync(silent, '#!/bin/sh\n[ "$1" = --version ] && echo 0.1.0 && exit\nexec sleep 600\n', { mode: 0o755 });
  window.editor.settings['server.path'] = silent;
  const opened = window.open();
  await window.editor.until('a process', () => window.clients[0]?.process !== undefined);
  // The extension is active: its commands can be run.
  const status = window.editor.run('codeforge.showStatus');
  window.editor.set('server.path', program);
  await Promise.all([opened, status]);
  await window.editor.until('running', () => window.active.server.state.kind === 'running');
  await window.editor.until('the first one gone', () => window.clients[0]?.process === undefined);
  window.editor.set('server.path', silent);
  await window.editor.until('a third', () => window.clients[2]?.process !== undefined);
  await window.active.server.stop();
  await window.editor.until('that one gone', () => window.clients[2]?.process === undefined);
  assert.deepEqual(window.editor.shown.map(({ text }) => /^CodeForge 0\.\d+\.\d+/.test(text)), [true]);
});

inWindow('a folder that comes to be trusted is served anew, for its settings count now', async (window) => {
  await window.open();
  window.editor.trustGranted.fire();
  await window.editor.until('a second server', () => window.clients.length === 2 && window.active.server.state.kind === 'running');
  assert.equal(window.clients[0]?.process, undefined);
  assert.deepEqual(window.editor.shown, []);
});

inWindow('several folders have one server and each its own jobs', async (window) => {
  const second = path.join(window.folder, '../second');
  window.write('../second/readme.txt', 'second');
  window.editor.folders.push(second);
  await window.open();
  await window.editor.until('both', () => window.active.projects.projects.length === 2);
  window.editor.pick = ({ kind, items }) => kind === 'input' ? 'A todo list' : items.includes('second') ? 'second' : items[0];
  const done = await job(window, 'codeforge.runResearch', 'completed');
  const project = window.active.projects.projects.find(({ id }) => id === done.project_id);
  assert.equal(project?.folder, second);
  await window.editor.until('documents', () => existsSync(path.join(second, '.codeforge/requirements.md')));
  assert(!readdirSync(window.folder).includes('.codeforge'));
  assert.equal(window.clients.length, 1);
});

inWindow('commands of views, lenses and key bindings pass on what they are given', async (window) => {
  await openOrders(window);
  const uri = window.editor.api.Uri.file(window.editor.front?.path ?? '').toString();
  const answer: any = await window.editor.run('codeforge.reviewFile', uri);
  assert.equal(answer.total, 2);
  assert.deepEqual(window.editor.ran.map(({ command }) => command), ['codeforge.findings.focus']);
  await window.editor.run('codeforge.cancelJob', { job_id: 'nonsense' });
  assert.match(window.editor.shown[0]?.text ?? '', /^CodeForge: /);
});

inWindow('a job whose window closes while it runs is in the view of the next window, and goes on there', async (window) => {
  const first = new Window(window);
  await first.open();
  first.editor.pick = ({ kind }) => kind === 'input' ? 'An app' : undefined;
  const asked = await job(first, 'codeforge.runResearch', 'waiting_for_input');
  await first.close();
  await window.open();
  await window.editor.until('the job', () => newestJob(window)?.job_id === asked.job_id);
  await window.editor.until('that it waits', () => window.editor.contexts['codeforge.hasWaitingJobs'] === true);
  window.editor.pick = ({ kind, items }) => kind === 'pick' ? items[0] : 'Ada';
  await window.editor.run('codeforge.answerQuestion', window.editor.nodes('codeforge.jobs')[0]);
  await window.editor.until('completed', () => newestJob(window)?.status === 'completed');
});

inWindow('two windows on one folder show the same jobs, and what one dismisses leaves the other', async (window) => {
  const second = new Window(window);
  const file = await openOrders(window);
  await second.open();
  await second.client.open(file, 'python');
  await second.editor.until('findings', () => second.editor.lines('codeforge.findings').length > 0);
  await window.editor.run('codeforge.dismissIssue');
  await second.editor.until('dismissed', () => !second.editor.lines('codeforge.findings').join().includes('none-comparison'));
  second.editor.pick = ({ kind, items }) => kind === 'input' ? 'A todo list' : items[0];
  await job(second, 'codeforge.runResearch', 'completed');
  await window.editor.until('its job', () => jobs(window).some((line) => /Requirements \| completed/.test(line)));
  await second.close();
});

inWindow('a folder that comes brings its jobs, and one that is taken out takes them along', async (window) => {
  const other = path.join(window.folder, '../other');
  window.write('../other/readme.txt', 'other');
  await window.open();
  window.editor.pick = ({ kind, items }) => kind === 'input' ? 'A todo list' : items[0];
  await job(window, 'codeforge.runResearch', 'completed');
  const uri = (folder: string) => ({ uri: window.editor.api.Uri.file(folder).toString(), name: path.basename(folder) });
  const change = async (added: string[], removed: string[]) => {
    window.editor.folders = [...window.editor.folders.filter((folder) => !removed.includes(folder)), ...added];
    // The extension listens since before the library does, and hears of it first.
    window.editor.foldersChanged.fire(undefined);
    await window.client.sendNotification('workspace/didChangeWorkspaceFolders',
      { event: { added: added.map(uri), removed: removed.map(uri) } });
  };
  await change([other], []);
  await window.editor.until('both', () => window.active.projects.projects.length === 2);
  await change([], [window.folder]);
  await window.editor.until('the other alone', () =>
    window.active.projects.projects.length === 1 && jobs(window).length === 0);
  await change([window.folder], [other]);
  await window.editor.until('its job again', () => jobs(window).length === 1);
  assert.deepEqual(window.editor.shown.filter(({ kind }) => kind === 'error'), []);
});

inWindow('a folder that is reached by a link has its views, documents and changes', async (window) => {
  const link = path.join(window.folder, '../link');
  symlinkSync(window.folder, link);
  window.editor.folders = [link];
  await window.open();
  window.editor.pick = ({ kind, items }) => kind === 'input' ? 'A todo list' : items[0];
  await job(window, 'codeforge.runResearch', 'completed');
  await window.editor.until('its document', () => existsSync(path.join(link, '.codeforge/requirements.md')));
  await window.editor.run('codeforge.openResult', window.editor.nodes('codeforge.jobs')[0]);
  assert.equal(window.editor.opened[0], path.join(link, '.codeforge/requirements.md'));
});

inWindow('a folder with an odd name is a folder as any other', async (window) => {
  await openOrders(window);
  window.editor.pick = ({ kind, items }) => kind === 'input' ? 'A CRM for dog walkers' : items[0];
  await job(window, 'codeforge.runPipeline', 'completed');
  await window.editor.until('files', () => existsSync(path.join(window.folder, 'package.json')));
  await window.editor.until('its document', () => existsSync(path.join(window.folder, '.codeforge/review.md')));
  await window.editor.run('codeforge.openResult', window.editor.nodes('codeforge.jobs')[0]);
  assert.equal(window.editor.opened[0], path.join(window.folder, '.codeforge/review.md'));
}, 'a b#c%20é;[1]');

// Mostly they wait for a worker: some at a time.
describe('a window', { concurrency: 4 }, () => {
  for (const [name, body, folder] of tests) {
    test(name, async () => {
      const window = new Window(undefined, folder);
      try {
        await body(window);
      } finally {
        await window.close();
      }
    });
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import { Nothing } from '../src/asking';
import { ChangesPreview } from '../src/changes';
import { Editor } from './support/stub';

const folder = mkdtempSync(path.join(os.tmpdir(), 'codeforge-changes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const job = 'a1b2c3d4-e5f6';

/** A preview of what a server says that jobs would change. */
function preview(answer: any, answers: Record<string, unknown> = {}) {
  const editor = new Editor();
  const asked: [method: string, params: any][] = [];
  const server: any = {
    request: async (method: string, params: any) => {
      asked.push([method, params]);
      return method === 'codeforge/job/diff' ? answers[params.job_id] ?? answer : 'done';
    },
    ready: async () => true,
  };
  const alarms: (() => void)[] = [];
  const machine: any = {
    after: (_: number, action: () => void) => {
      alarms.push(action);
      return { dispose: () => alarms.splice(alarms.indexOf(action), 1) };
    },
  };
  const changed = new editor.api.EventEmitter<void>();
  const projects: any = {
    jobs: [job, 'another'].map((job_id) => ({ job_id, project_id: 'p' })), projects: [{ id: 'p', folder }],
    refresh: async () => undefined, onDidChange: changed.event,
  };
  const changes = new ChangesPreview(editor.api, machine, server, projects);
  return {
    editor, asked, changes, answers, projects, changed, show: (id = job) => changes.show({ job_id: id }),
    /** What the comparison that was opened last shows of each file. */
    results: () => {
      const [, pairs] = editor.ran[editor.ran.length - 1]?.given as [string, [any, any, any][]];
      return pairs.map(([, , result]) => result);
    },
    text: (uri: any) => editor.contents.get('codeforge-change')?.(uri),
    pass: () => { for (const alarm of alarms.splice(0)) alarm(); },
  };
}

const files = [
  { path: 'notes #1.md', kind: 'change', diff: '--- a/notes #1.md\n+++ b/notes #1.md\n@@ -1 +1,2 @@\n mine\n+theirs\n' },
  { path: 'src/new.ts', kind: 'create', diff: '--- /dev/null\n+++ b/src/new.ts\n@@ -0,0 +1 @@\n+export {};\n' },
];

test('changes are compared in the editor, and what the person then says is done', async () => {
  writeFileSync(path.join(folder, 'notes #1.md'), 'mine\n');
  const { editor, asked, show } = preview({ files, left: [] });
  editor.pick = ({ items }) => items[1];
  await show();
  assert.equal(editor.ran[0]?.command, 'vscode.changes');
  const [title, pairs] = editor.ran[0]?.given as [string, [any, any, any][]];
  assert.equal(title, 'Changes of job a1b2c3d4');
  assert.deepEqual(pairs.map(([file, before]) => [file.fsPath, before?.fsPath]),
    [[`${folder}/notes #1.md`, `${folder}/notes #1.md`], [`${folder}/src/new.ts`, undefined]]);
  assert.deepEqual(await Promise.all(pairs.map(([, , result]) => editor.contents.get('codeforge-change')?.(result))),
    ['mine\ntheirs\n', 'export {};\n']);
  assert.deepEqual(editor.shown.map(({ text }) => text), ['1 new files, 1 that exist would change. Nothing is changed yet.']);
  assert.deepEqual(asked[1], ['workspace/executeCommand', {
    command: 'codeforge.applyResult', arguments: [{ job_id: 'a1b2c3d4-e5f6', which: 'new' }],
  }]);
});

test('whoever says nothing changes nothing', async () => {
  const { asked, show } = preview({ files: files.slice(1), left: [] });
  await show();
  assert.deepEqual(asked.map(([method]) => method), ['codeforge/job/diff']);
});

test('what was typed meanwhile is compared in the server’s document', async () => {
  writeFileSync(path.join(folder, 'notes #1.md'), 'another text\n');
  const { editor, asked, show } = preview({ files, left: [] });
  await show();
  assert.deepEqual(editor.ran, []);
  assert.equal(asked[1]?.[1].command, 'codeforge.showChanges');
});

test('a job with nothing to bring in says why', async () => {
  const { show } = preview({ files: [], left: [{ path: 'README.md', reason: 'you left this change out before' }] });
  await show().then(() => assert(false), (error) => {
    assert(error instanceof Nothing);
    assert.equal(error.message, 'This job has nothing to bring in. README.md: you left this change out before');
  });
});

/** The diff of `plan.md`, which says `old`, to another word. */
const planned = (word: string) => ({
  files: [{ path: 'plan.md', kind: 'change', diff: `--- a/plan.md\n+++ b/plan.md\n@@ -1 +1 @@\n-old\n+${word}\n` }], left: [],
});

test('two jobs that change the same file are shown beside each other', async () => {
  writeFileSync(path.join(folder, 'plan.md'), 'old\n');
  const { show, results, text } = preview(undefined, { [job]: planned('first'), another: planned('second') });
  await show();
  const [first] = results();
  await show('another');
  const [second] = results();
  assert.equal(await text(first), 'first\n');
  assert.equal(await text(second), 'second\n');
  // The editor takes the language and the name from it.
  assert.equal(first.path, `${folder}/plan.md`);
});

test('what is shown follows the file, the job and what is brought in', async () => {
  const file = path.join(folder, 'plan.md');
  writeFileSync(file, 'old\n');
  const { editor, show, results, text, pass, answers, asked } = preview(undefined, { [job]: planned('new') });
  const type = () => editor.textChanged.fire({ document: { uri: editor.api.Uri.file(file) } as any });
  await show();
  type();
  pass();
  assert.deepEqual(editor.renewed, []);
  const [result] = results();
  editor.documents = [result];
  writeFileSync(file, 'typed\nold\n');
  answers[job] = { files: [{ path: 'plan.md', kind: 'change', diff: '@@ -1,2 +1,2 @@\n typed\n-old\n+new\n' }], left: [] };
  type();
  type();
  assert.deepEqual(editor.renewed, []);
  pass();
  assert.deepEqual(editor.renewed, [result.toString()]);
  assert.equal(await text(result), 'typed\nnew\n');
  await show();
  assert.equal(editor.renewed.length, 2);
  pass();
  const before = asked.length;
  writeFileSync(file, 'typed\nnew\n');
  answers[job] = { files: [], left: [] };
  assert.deepEqual(await Promise.all([text(result), text(result)]), ['typed\nnew\n', 'typed\nnew\n']);
  assert.equal(asked.length, before + 1);
});

test('a text that fits no longer leaves what is shown', async () => {
  writeFileSync(path.join(folder, 'plan.md'), 'old\n');
  const { show, results, text } = preview(planned('new'));
  await show();
  writeFileSync(path.join(folder, 'plan.md'), 'another\n');
  assert.equal(await text(results()[0]), undefined);
});

test('what a reloaded window asks for before the folder is known is renewed once it is', async () => {
  writeFileSync(path.join(folder, 'plan.md'), 'old\n');
  const { editor, show, results, text, projects, changed } = preview(planned('new'));
  await show();
  const [result] = results();
  const known = projects.projects;
  projects.projects = [];
  assert.equal(await text(result), undefined);
  changed.fire();
  assert.deepEqual(editor.renewed, []);
  projects.projects = known;
  changed.fire();
  assert.deepEqual(editor.renewed, [result.toString()]);
  assert.equal(await text(result), 'new\n');
  changed.fire();
  assert.equal(editor.renewed.length, 1);
});

test('what could not be asked for, as the server went away, is renewed with the next news', async () => {
  const { editor, show, results, text, answers, changed } = preview(undefined, { [job]: planned('new') });
  await show();
  const [result] = results();
  answers[job] = Promise.reject(new Error('the server is gone'));
  await show().catch(() => undefined);
  await text(result)?.then(() => assert(false), () => undefined);
  answers[job] = planned('new');
  const before = editor.renewed.length;
  changed.fire();
  assert.deepEqual(editor.renewed.slice(before), [result.toString()]);
});

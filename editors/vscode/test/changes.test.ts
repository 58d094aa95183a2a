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

/** A preview of what a server says that a job would change. */
function preview(answer: unknown) {
  const editor = new Editor();
  const asked: [method: string, params: any][] = [];
  const server: any = {
    request: async (method: string, params: unknown) => {
      asked.push([method, params]);
      return method === 'codeforge/job/diff' ? answer : 'done';
    },
  };
  const projects: any = {
    jobs: [{ job_id: 'a1b2c3d4-e5f6', project_id: 'p' }], projects: [{ id: 'p', folder }],
  };
  const changes = new ChangesPreview(editor.api, server, projects);
  return { editor, asked, show: () => changes.show({ job_id: 'a1b2c3d4-e5f6' }) };
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
  assert.deepEqual(pairs.map(([, , result]) => editor.contents.get('codeforge-change')?.(result)),
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

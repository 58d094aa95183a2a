import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { patched } from '../src/patch';

/** What the machine's `diff` says of two texts. */
function difference(old: string, text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'codeforge-patch-'));
  try {
    writeFileSync(path.join(folder, 'old'), old);
    writeFileSync(path.join(folder, 'new'), text);
    return execFileSync('sh', ['-c', 'diff -u old new || test $? = 1'], { encoding: 'utf8', cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (...numbers: number[]) => numbers.map((number) => `line ${number}\n`).join('');
const many = lines(...Array.from({ length: 40 }, (_, index) => index));

for (const [name, old, text] of [
  ['a changed line', many, many.replace('line 20\n', 'another\n')],
  ['changes at both ends', many, `first\n${many.replace('line 39\n', '')}last\n`],
  ['a new file', '', many],
  ['an emptied file', many, ''],
  ['an end without a line end', many, many.trimEnd()],
  ['a line end that comes', many.trimEnd(), `${many}more\n`],
  ['empty lines and marks', '\n\n-a\n+b\n@@ -1 +1 @@\n', '\n-a\n \n+b\n@@ -1 +1 @@\n\\ no\n'],
  ['carriage returns', 'a\r\nb\r\n', 'a\r\nc\r\n'],
] as const) {
  test(`a difference gives the text back: ${name}`, () => assert.equal(patched(old, difference(old, text)), text));
}

test('a difference of another text gives nothing', () => {
  const diff = difference(many, many.replace('line 20\n', 'another\n'));
  assert.equal(patched(many.replace('line 19\n', 'typed meanwhile\n'), diff), undefined);
  assert.equal(patched('', diff), undefined);
});

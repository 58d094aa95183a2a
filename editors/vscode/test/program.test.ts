import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../src/machine';
import { findProgram, isOlder } from '../src/program';

/** A machine with some programs, each by what its `--version` says; an error is one that cannot be run. */
function machine(programs: Record<string, string | Error>, pathVariable = '/usr/bin'): Machine {
  return {
    isWindows: false, home: '/home/ada', environment: (name) => name === 'PATH' ? pathVariable : undefined,
    stamp: async (path) => path in programs ? '1' : undefined,
    run: async (path) => {
      const says = programs[path];
      if (typeof says !== 'string') throw says ?? new Error('not there');
      return says;
    },
    now: () => 0, after: () => ({ dispose: () => undefined }), every: () => ({ dispose: () => undefined }),
  };
}

const extension = '/extensions/codeforge';

test('the program beside the extension goes before the one on PATH, and that before the one that make install puts', async () => {
  const programs = {
    '/extensions/codeforge/bin/codeforge': '0.1.1\n', '/usr/bin/codeforge': '0.1.2\n',
    '/home/ada/.local/bin/codeforge': '0.1.3\n',
  };
  for (const path of Object.keys(programs)) {
    const search = await findProgram(machine(programs), undefined, extension);
    assert.equal(search.kind === 'found' && search.path, path);
    delete (programs as Record<string, string>)[path];
  }
  assert.deepEqual(await findProgram(machine(programs), undefined, extension), { kind: 'missing', chosen: undefined });
});

test('what the setting names is taken, and never replaced by another', async () => {
  const programs = { '/usr/bin/codeforge': '0.1.0', '/opt/codeforge': '0.2.0' };
  const found = async (chosen: string) => findProgram(machine(programs), chosen, extension);
  assert.deepEqual(await found('/opt/codeforge'), { kind: 'found', path: '/opt/codeforge', version: '0.2.0' });
  assert.deepEqual(await found('codeforge'), { kind: 'found', path: '/usr/bin/codeforge', version: '0.1.0' });
  assert.deepEqual(await found('/nowhere'), { kind: 'missing', chosen: '/nowhere' });
});

test('a program that came with the folder is not run by a relative path or a relative entry of PATH', async () => {
  const programs = { 'bin/codeforge': '9.9.9', './codeforge': '9.9.9', codeforge: '9.9.9' };
  assert.equal((await findProgram(machine(programs, '.:bin:'), undefined, extension)).kind, 'missing');
  assert.equal((await findProgram(machine(programs), './codeforge', extension)).kind, 'missing');
});

test('an old program is named, unless a newer one is there too', async () => {
  const old = { '/usr/bin/codeforge': '0.0.9' };
  assert.deepEqual(await findProgram(machine(old), undefined, extension),
    { kind: 'too old', path: '/usr/bin/codeforge', version: '0.0.9' });
  const both = machine({ ...old, '/home/ada/.local/bin/codeforge': '0.1.0' });
  assert.equal((await findProgram(both, undefined, extension)).kind, 'found');
});

test('a program that cannot be run, or is another one, says so', async () => {
  const broken = machine({ '/usr/bin/codeforge': new Error('Exec format error') });
  assert.deepEqual(await findProgram(broken, undefined, extension),
    { kind: 'broken', path: '/usr/bin/codeforge', reason: 'Exec format error' });
  const other = await findProgram(machine({ '/usr/bin/codeforge': 'CodeForge Studio\n' }), undefined, extension);
  assert.equal(other.kind, 'broken');
});

test('versions are compared by their numbers', () => {
  assert(isOlder('0.9.0', '0.10.0'));
  assert(isOlder('0.1', '0.1.1'));
  assert(!isOlder('1.0.0', '0.99.99'));
  assert(!isOlder('0.1.0-beta', '0.1.0'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Executable, LanguageClientOptions } from 'vscode-languageclient/node';
import type { Client } from '../src/client';
import type { Machine } from '../src/machine';
import { Server } from '../src/server';
import { Editor } from './support/stub';

/** A client whose server the test lets start, fail and die. */
class FakeClient implements Client {
  initializeResult: Client['initializeResult'] = { capabilities: {}, serverInfo: { name: 'codeforge', version: '0.1.0' } };
  isDisposed = false;
  constructor(readonly program: Executable, readonly options: LanguageClientOptions, private readonly starts: Promise<void>) {}
  start(): Promise<void> { return this.starts; }
  async dispose(): Promise<void> { this.isDisposed = true; }
  async sendRequest<R>(): Promise<R> { return undefined as R; }
  async sendNotification(): Promise<void> { return undefined; }
  onNotification() { return { dispose: () => undefined }; }
  die(): void { this.options.errorHandler?.closed(); }
}

/** A server whose programs, clock and clients are the test's. */
function world(programs: Record<string, string>) {
  const editor = new Editor();
  const clients: FakeClient[] = [];
  const timers = new Set<() => void>();
  const clock = { now: 0 };
  let starts: () => Promise<void> = () => Promise.resolve();
  const machine: Machine = {
    isWindows: false, home: '/home/ada', environment: () => '/usr/bin', now: () => clock.now,
    stamp: async (path) => programs[path],
    run: async (path) => programs[path] ?? '',
    every: (_, action) => {
      timers.add(action);
      return { dispose: () => timers.delete(action) };
    },
  };
  const output = editor.api.window.createOutputChannel('CodeForge', { log: true });
  const server = new Server(editor.api, machine, '/extension', output, (program, options) => {
    const client = new FakeClient(program, options, starts());
    clients.push(client);
    return client;
  });
  return {
    editor, server, clients, clock, timers, programs,
    startsWith: (action: () => Promise<void>) => { starts = action; },
    become: (kind: string) => editor.until(`server ${kind}`, () => server.state.kind === kind),
  };
}

const installed = { '/usr/bin/codeforge': '0.1.0' };

test('restarts that are asked for at once are one, after what is going on', async () => {
  const { server, clients, startsWith } = world(installed);
  let finish = () => undefined as void;
  startsWith(() => new Promise((resolve) => { finish = resolve; }));
  const first = server.restart();
  while (clients.length === 0) await Promise.resolve();
  startsWith(() => Promise.resolve());
  const [second, third] = [server.restart(), server.restart()];
  assert.equal(second, third);
  assert.equal(clients.length, 1);
  finish();
  await Promise.all([first, second]);
  assert.equal(clients.length, 2);
  assert.deepEqual(clients.map((client) => client.isDisposed), [true, false]);
});

test('a missing program is told once with what to do, and starts once it is there', async () => {
  const { server, editor, clients, timers, programs, become } = world({});
  await server.restart();
  await server.restart();
  assert.equal(server.state.kind, 'unavailable');
  assert.deepEqual(editor.shown.map(({ kind, items }) => [kind, items]),
    [['warning', ['How to Install', 'Choose the Program']]]);
  assert.match(editor.shown[0]?.text ?? '', /not found beside the extension, on PATH/);
  for (const look of timers) look();
  assert.equal(clients.length, 0);
  programs['/usr/bin/codeforge'] = '0.1.0';
  for (const look of timers) look();
  await become('running');
  assert.equal(timers.size, 0);
  assert.equal(clients[0]?.program.command, '/usr/bin/codeforge');
});

test('a program that is too old starts once it is replaced', async () => {
  const { server, editor, timers, programs, become } = world({ '/usr/bin/codeforge': '0.0.1' });
  await server.restart();
  assert.match(editor.shown[0]?.text ?? '', /\/usr\/bin\/codeforge is version 0\.0\.1; this extension needs 0\.1\.0/);
  programs['/usr/bin/codeforge'] = '0.1.0';
  for (const look of timers) look();
  await become('running');
});

test('the button chooses the program, and the other one shows how to install it', async () => {
  const { server, editor } = world({});
  editor.pick = ({ items }) => items[0];
  await server.restart();
  assert.deepEqual(editor.ran.map(({ command }) => command), ['codeforge.openWalkthrough']);
  editor.set('server.path', '/nowhere');
  editor.pick = ({ items }) => items[1];
  await server.restart();
  assert.match(editor.shown[1]?.text ?? '', /'codeforge.server.path' names \/nowhere/);
  assert.deepEqual(editor.ran.map(({ command }) => command), ['codeforge.openWalkthrough', 'codeforge.chooseProgram']);
});

test('a server that dies starts again, and after four times within three minutes only when asked', async () => {
  const { server, editor, clients, become } = world(installed);
  await server.restart();
  for (let count = 1; count <= 3; count++) {
    clients[clients.length - 1]?.die();
    await editor.until('a new client', () => clients.length === count + 1 && server.state.kind === 'running');
  }
  assert.equal(editor.shown.length, 0);
  clients[3]?.die();
  await become('failed');
  assert.deepEqual(editor.shown, [{
    kind: 'error', text: 'CodeForge ended 4 times within three minutes.', items: ['Start Again', 'Show Output'],
  }]);
  assert.equal(clients.length, 4);
  assert.equal(editor.reveals, 0);
  assert(await server.ready());
  assert.equal(clients.length, 5);
});

test('deaths that are far apart are forgiven', async () => {
  const { server, editor, clients, clock } = world(installed);
  await server.restart();
  for (let count = 1; count <= 8; count++) {
    clock.now += 2 * 60 * 1000;
    clients[clients.length - 1]?.die();
    await editor.until('a new client', () => clients.length === count + 1 && server.state.kind === 'running');
  }
  assert.equal(editor.shown.length, 0);
});

test('a server that does not answer is tried as often as one that dies', async () => {
  const { server, editor, clients, become, startsWith } = world(installed);
  startsWith(() => Promise.reject(new Error('no answer')));
  await server.restart();
  await become('failed');
  assert.equal(clients.length, 4);
  await editor.until('all disposed', () => clients.every((client) => client.isDisposed));
  assert.equal(editor.shown.length, 1);
});

test('an ordered end is no death', async () => {
  const { server, editor, clients } = world(installed);
  await server.restart();
  await server.stop();
  clients[0]?.die();
  assert.equal(server.state.kind, 'stopped');
  assert.equal(clients.length, 1);
  assert.equal(editor.shown.length, 0);
});

test('the client never shows its output by itself', async () => {
  const { server, clients } = world(installed);
  await server.restart();
  assert.equal(clients[0]?.options.revealOutputChannelOn, 4);
});

test('the database that is set is opened', async () => {
  const { server, editor, clients } = world(installed);
  editor.set('server.database', '/data/team.db');
  await server.restart();
  assert.deepEqual(clients[0]?.program.args, ['lsp', '--database', '/data/team.db']);
});

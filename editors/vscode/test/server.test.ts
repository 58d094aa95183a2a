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
  isKilled = false;
  readonly serverProcess = { kill: () => this.isKilled = true };
  /** How the server answers. */
  answers: () => Promise<any> = async () => undefined;
  leaves: () => Promise<void> = async () => undefined;
  private readonly handlers = new Map<string, (params: any) => void>();
  constructor(readonly program: Executable, readonly options: LanguageClientOptions, private readonly starts: Promise<void>) {}
  start(): Promise<void> { return this.starts; }
  dispose(): Promise<void> {
    this.isDisposed = true;
    return this.leaves();
  }
  sendRequest<R>(): Promise<R> { return this.answers(); }
  async sendNotification(): Promise<void> { return undefined; }
  onNotification(method: string, handler: (params: any) => void) {
    this.handlers.set(method, handler);
    return { dispose: () => undefined };
  }
  notify(method: string, params: unknown): void { this.handlers.get(method)?.(params); }
  die(): void { this.options.errorHandler?.closed(); }
}

/** A server whose programs, clock and clients are the test's. */
function world(programs: Record<string, string>) {
  const editor = new Editor();
  const clients: FakeClient[] = [];
  const timers = new Set<() => void>();
  const clock = { now: 0 };
  const due = new Set<{ at: number; action: () => void }>();
  let starts: () => Promise<void> = () => Promise.resolve();
  const machine: Machine = {
    isWindows: false, home: '/home/ada', environment: () => '/usr/bin', now: () => clock.now,
    stamp: async (path) => programs[path],
    run: async (path) => programs[path] ?? '',
    after: (milliseconds, action) => {
      if (milliseconds === 0) setTimeout(action, 0);
      const alarm = { at: clock.now + milliseconds, action };
      due.add(alarm);
      return { dispose: () => due.delete(alarm) };
    },
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
    editor, server, clients, clock, timers, programs, machine,
    /** Lets time go by. */
    pass: async (milliseconds: number) => {
      await new Promise<void>((resolve) => { setTimeout(resolve, 0); });
      clock.now += milliseconds;
      for (const alarm of [...due].filter(({ at }) => at <= clock.now)) {
        due.delete(alarm);
        alarm.action();
      }
      await new Promise<void>((resolve) => { setTimeout(resolve, 0); });
    },
    startsWith: (action: () => Promise<void>) => { starts = action; },
    become: (kind: string) => editor.until(`server ${kind}`, () => server.state.kind === kind),
  };
}

const installed = { '/usr/bin/codeforge': '0.1.0' };
const never = () => new Promise<never>(() => undefined);

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

test('paths that begin with ~ lie in the home folder, whatever setting names them', async () => {
  const { server, editor, clients } = world({ '/home/ada/bin/cf': '0.3.0' });
  Object.assign(editor.settings, {
    'server.path': '~/bin/cf', 'server.database': '~/x.db', 'model.caFile': '~/ca.pem', 'model.keyCommand': '~/key',
  });
  await server.restart();
  const [client] = clients;
  assert.deepEqual(client?.program, { command: '/home/ada/bin/cf', args: ['lsp', '--database', '/home/ada/x.db'] });
  const { client: _, ...settings } = client?.options.initializationOptions();
  // The command is a shell's, which knows ~ itself.
  assert.deepEqual(settings, { 'model.caFile': '/home/ada/ca.pem', 'model.keyCommand': '~/key' });
  editor.set('server.database', '~');
  await server.restart();
  assert.deepEqual(clients[1]?.program.args, ['lsp', '--database', '/home/ada']);
  editor.set('server.database', '~other/x.db');
  await server.restart();
  assert.deepEqual(clients[2]?.program.args, ['lsp', '--database', '~other/x.db']);
});

test('a start that hangs is given up after a while, and told with what to do', async () => {
  const { server, editor, clients, pass, become, startsWith } = world(installed);
  startsWith(never);
  const start = server.restart();
  await pass(29_000);
  assert.equal(server.state.kind, 'starting');
  await pass(1000);
  await start;
  assert.deepEqual(server.state, { kind: 'failed', reason: 'CodeForge has not started within 30 seconds.' });
  assert.deepEqual(editor.shown, [{
    kind: 'error', text: 'CodeForge has not started within 30 seconds.', items: ['Restart', 'Show Output'],
  }]);
  startsWith(() => Promise.resolve());
  editor.pick = ({ items }) => items[0];
  assert(await server.ready());
  await become('running');
  assert.equal(clients.length, 2);
  assert.equal(editor.shown.length, 1);
});

test('the buttons restart, and show the output', async () => {
  for (const [button, clientCount, reveals] of [['Restart', 2, 0], ['Show Output', 1, 1]] as const) {
    const { server, editor, clients, pass, startsWith } = world(installed);
    startsWith(never);
    void server.restart();
    await pass(0);
    editor.pick = () => button;
    await pass(30_000);
    await pass(0);
    assert.equal(clients.length, clientCount);
    assert.equal(editor.reveals, reveals);
  }
});

test('a restart leaves a start that hangs, kills its process, and takes the program that is set now', async () => {
  const { server, editor, clients, pass, startsWith } = world({ ...installed, '/opt/codeforge': '0.2.0' });
  startsWith(never);
  const hanging = server.restart();
  await pass(0);
  const [first] = clients;
  if (first) first.leaves = () => Promise.reject(new Error('Client is not running'));
  startsWith(() => Promise.resolve());
  editor.settings['server.path'] = '/opt/codeforge';
  const next = server.restart();
  await pass(500);
  assert.equal(clients.length, 1);
  await pass(500);
  await Promise.all([hanging, next]);
  assert.deepEqual([first?.isDisposed, first?.isKilled], [true, true]);
  assert.equal(clients[1]?.program.command, '/opt/codeforge');
  assert.equal(server.state.kind, 'running');
  assert.deepEqual(editor.shown, []);
});

test('a command that waits for a start that hangs goes on with the next one', async () => {
  const { server, clients, pass, startsWith } = world(installed);
  startsWith(never);
  void server.restart();
  await pass(0);
  const ready = server.ready();
  startsWith(() => Promise.resolve());
  void server.restart();
  await pass(1000);
  assert.equal(await ready, true);
  assert.equal(clients.length, 2);
});

test('the end comes within three seconds, whatever hangs', async () => {
  const starts = { 'the start': never, 'the answer to the end': () => Promise.resolve() };
  for (const [what, action] of Object.entries(starts)) {
    const { server, clients, pass, startsWith } = world(installed);
    startsWith(action);
    void server.restart();
    await pass(0);
    const [client] = clients;
    if (client) client.leaves = never;
    let isOver = false;
    void server.stop().then(() => { isOver = true; });
    await pass(1000);
    await pass(2000);
    assert(isOver, what);
    assert.equal(client?.isKilled, true, what);
    assert.equal(server.state.kind, 'stopped');
  }
});

test('the end also waits for a server that a restart is ending', async () => {
  const { server, clients, pass } = world(installed);
  await server.restart();
  const [client] = clients;
  if (client) client.leaves = never;
  void server.restart();
  await pass(0);
  let isOver = false;
  void server.stop().then(() => { isOver = true; });
  await pass(1000);
  assert.deepEqual([isOver, client?.isKilled], [false, false]);
  await pass(1000);
  assert.deepEqual([isOver, client?.isKilled], [true, true]);
  assert.equal(clients.length, 1);
});

test('a server that was left and starts nevertheless is ended, and what it says is not heard', async () => {
  const { server, clients, pass, startsWith } = world(installed);
  const heard: unknown[] = [];
  server.onNotification('codeforge/job/event', (event) => heard.push(event));
  let finish = () => undefined as void;
  startsWith(() => new Promise((resolve) => { finish = resolve; }));
  void server.restart();
  await pass(0);
  startsWith(() => Promise.resolve());
  void server.restart();
  await pass(1000);
  const [first, second] = clients;
  if (first) first.isDisposed = false;
  finish();
  await pass(0);
  assert.deepEqual([first?.isDisposed, second?.isDisposed], [true, false]);
  first?.notify('codeforge/job/event', 'old');
  second?.notify('codeforge/job/event', 'new');
  assert.deepEqual(heard, ['new']);
});

test('a search that hangs, on a disk that is gone, is given up too', async () => {
  const { server, machine, pass, clients } = world(installed);
  machine.stamp = never;
  void server.restart();
  await pass(30_000);
  assert.equal(server.state.kind, 'failed');
  machine.stamp = async (path) => path === '/usr/bin/codeforge' ? '1' : undefined;
  assert(await server.ready());
  assert.equal(clients.length, 1);
});

test('whoever waits for an answer hears that the server ended', async () => {
  for (const end of ['dies', 'restarts', 'stops']) {
    const { server, clients } = world(installed);
    await server.restart();
    const [client] = clients;
    if (client) client.answers = never;
    const answer = server.request('codeforge/debug/status', {}).then(() => 'answered', (error) => error.message);
    if (end === 'dies') client?.die();
    else if (end === 'restarts') void server.restart();
    else void server.stop();
    assert.equal(await answer, 'The server ended before it answered.', end);
  }
});

test('a client that cannot be made is told of as a failed start', async () => {
  const { server, editor, startsWith, become } = world(installed);
  startsWith(() => { throw new Error('The language client requires another version.'); });
  await server.restart();
  await become('failed');
  assert.deepEqual(editor.shown.map(({ text }) => text), ['The language client requires another version.']);
});

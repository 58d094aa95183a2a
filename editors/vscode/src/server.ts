import type { Disposable, LogOutputChannel } from 'vscode';
import type { API } from './api';
import { Client, clientOptions, executable, MakeClient } from './client';
import type { Machine } from './machine';
import { tellAboutProblem } from './problems';
import { findProgram, placesStamp, Problem } from './program';
import { pathSetting } from './settings';

export type ServerState =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly version: string; readonly path: string }
  | { readonly kind: 'unavailable'; readonly problem: Problem }
  /** It ended too often, or does not answer. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A server that ends more often than this within the time below is started again only when asked for. */
const endsForgiven = 3;
const forgivenWithin = 3 * 60 * 1000;
/** How often the places of a missing program are looked at, in milliseconds. */
const lookEvery = 2000;
/** Longest start, from the search for the program on, in milliseconds; then it is given up. */
const startWithin = 30_000;
/** How long a start that goes on is waited for before it is left for the next, or for the end, in milliseconds. */
const settleWithin = 1000;
/** Longest wait for a server to leave, in milliseconds. With the one above, less than VS Code waits for an extension. */
const leaveWithin = 2000;

/** An attempt to start a server: one that is left goes no further. */
interface Start { isLeft: boolean; }

/** The one server of the window: starts, stops and replaces it, one after the other, and says how it is. */
export class Server implements Disposable {
  private client: Client | undefined;
  private current: ServerState = { kind: 'stopped' };
  /** What was begun last; the next waits for it, for a while. It always comes to an end, and never fails. */
  private turn: Promise<void> = Promise.resolve();
  /** Ends the turn that goes on, whatever it waits for. */
  private leave: () => void = () => undefined;
  /** A restart that has not begun: whoever asks meanwhile gets the same one. */
  private waiting: Promise<void> | undefined;
  private watch: Disposable | undefined;
  private told = '';
  private ends: number[] = [];
  private isDisposed = false;
  private readonly changed;
  private readonly handlers: { method: string; handler: (params: any) => void }[] = [];
  /** What fails those that wait for an answer, once the server is gone. */
  private readonly asked = new Set<(error: Error) => void>();
  /** Servers that are being ended. */
  private readonly leaving = new Set<Promise<void>>();

  constructor(
    private readonly api: API,
    private readonly machine: Machine,
    private readonly extensionPath: string,
    private readonly output: LogOutputChannel,
    private readonly makeClient: MakeClient,
  ) {
    this.changed = new api.EventEmitter<ServerState>();
  }

  get state(): ServerState { return this.current; }
  get onDidChangeState() { return this.changed.event; }
  /** Whether there is a server that can be asked. */
  get isRunning(): boolean { return this.client !== undefined && this.current.kind === 'running'; }
  /** Commands that the running server offers. */
  get commands(): string[] {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  }

  /** Hears a notification of every server that is started from now on. */
  onNotification(method: string, handler: (params: any) => void): void {
    this.handlers.push({ method, handler });
  }

  /** Sends a request to the running server; fails when the server ends before it answers. */
  request<R>(method: string, params: unknown): Promise<R> {
    const { client } = this;
    if (!client || !this.isRunning) {
      return Promise.reject(new Error(this.api.l10n.t('CodeForge is not running.')));
    }
    return new Promise<R>((resolve, reject) => {
      this.asked.add(reject);
      client.sendRequest<R>(method, params).then(resolve, reject).finally(() => this.asked.delete(reject));
    });
  }

  /** Starts the server, or replaces the one that runs or does not come to run. */
  restart(): Promise<void> {
    this.waiting ??= this.within(settleWithin, this.turn).then(() => {
      this.waiting = undefined;
      return this.begin();
    });
    this.turn = this.waiting;
    return this.waiting;
  }

  /** Waits until nothing is being started, tries once more where nothing runs, and says whether something does. */
  async ready(): Promise<boolean> {
    for (let turn; turn !== this.turn; await turn) turn = this.turn;
    if (this.current.kind === 'running') return true;
    this.told = '';
    this.ends = [];
    await this.restart();
    return (this.current as ServerState).kind === 'running';
  }

  /** Ends the server for good, within three seconds. */
  async stop(): Promise<void> {
    this.isDisposed = true;
    await this.within(settleWithin, this.turn);
    this.leave();
    await this.end();
    await Promise.all(this.leaving);
    this.become({ kind: 'stopped' });
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  /** One turn: ends when the server runs or cannot, when that takes too long, or when the turn is left. */
  private begin(): Promise<void> {
    this.leave();
    if (this.isDisposed) return Promise.resolve();
    return new Promise((resolve) => {
      const start: Start = { isLeft: false };
      const limit = this.machine.after(startWithin, () => this.late());
      this.leave = () => {
        start.isLeft = true;
        limit.dispose();
        resolve();
      };
      this.replace(start).catch((error) => {
        if (!start.isLeft) this.fail(sentence(error));
      }).finally(() => {
        if (!start.isLeft) this.leave();
      });
    });
  }

  private async replace(start: Start): Promise<void> {
    await this.end();
    if (start.isLeft) return;
    this.become({ kind: 'starting' });
    const chosen = pathSetting(this.api, this.machine, 'server.path');
    const stamp = await placesStamp(this.machine, chosen, this.extensionPath);
    const search = start.isLeft ? undefined : await findProgram(this.machine, chosen, this.extensionPath);
    if (start.isLeft || !search) return;
    if (search.kind !== 'found') return this.waitFor(search, chosen, stamp);
    await this.launch(search.path);
  }

  private async launch(program: string): Promise<void> {
    const { api, machine } = this;
    const options = clientOptions(api, machine, this.output, () => this.client, () => this.ended(client));
    const how = executable(program, pathSetting(api, machine, 'server.database'));
    const client: Client = this.makeClient(how, options);
    for (const { method, handler } of this.handlers) {
      client.onNotification(method, (params) => {
        // One that is being ended has nothing to say any more.
        if (this.client === client) handler(params);
      });
    }
    this.client = client;
    this.output.info(`starting ${program}`);
    try {
      await client.start();
    } catch (error) {
      if (this.client === client) this.output.error(`${program} did not start: ${sentence(error)}`);
      return this.ended(client);
    }
    // It was left while it started, and started nevertheless.
    if (this.client !== client) return this.release(client);
    this.told = '';
    this.become({ kind: 'running', version: client.initializeResult?.serverInfo?.version ?? '', path: program });
  }

  /** The start took too long. */
  private late(): void {
    this.leave();
    this.output.error(`no server has started within ${startWithin / 1000} seconds`);
    void this.end();
    this.fail(this.api.l10n.t('CodeForge has not started within {0} seconds.', startWithin / 1000));
  }

  private fail(reason: string): void {
    this.become({ kind: 'failed', reason });
    void this.ask(reason, this.api.l10n.t('Restart'));
  }

  private async end(): Promise<void> {
    this.watch?.dispose();
    this.watch = undefined;
    const client = this.lose();
    if (client) await this.release(client);
  }

  /** From now on there is no server; whoever waits for an answer of it hears that. */
  private lose(): Client | undefined {
    const { client } = this;
    this.client = undefined;
    for (const fail of this.asked) fail(new Error(this.api.l10n.t('The server ended before it answered.')));
    this.asked.clear();
    return client;
  }

  private release(client: Client): Promise<void> {
    const released = this.endProcess(client).finally(() => this.leaving.delete(released));
    this.leaving.add(released);
    return released;
  }

  /** Ends a server as it should end; one that does not answer, or has not started, is killed. */
  private async endProcess(client: Client): Promise<void> {
    const process = client.serverProcess;
    try {
      if (await this.within(leaveWithin, client.dispose(leaveWithin))) return;
    } catch {
      // It is gone already, or cannot be asked.
    }
    // Its input is closed with it, for a program that it started in its turn.
    process?.kill('SIGKILL');
  }

  /** Whether an action ends within some time; it is not ended by that. */
  private within(milliseconds: number, action: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const limit = this.machine.after(milliseconds, () => resolve(false));
      action.then(() => resolve(true), reject).finally(() => limit.dispose());
    });
  }

  /** The server ended by itself, or did not start. */
  private ended(client: Client): void {
    if (this.client !== client || this.isDisposed) return;
    this.lose();
    // Not in the midst of the client's own dealing with the end.
    this.machine.after(0, () => void this.release(client));
    const now = this.machine.now();
    this.ends = [...this.ends.filter((end) => now - end < forgivenWithin), now];
    this.output.warn(`the server ended, ${this.ends.length} times within three minutes`);
    if (this.ends.length <= endsForgiven) {
      void this.restart();
      return;
    }
    const reason = this.api.l10n.t('CodeForge ended {0} times within three minutes.', this.ends.length);
    this.become({ kind: 'failed', reason });
    void this.ask(reason, this.api.l10n.t('Start Again'));
  }

  private async ask(reason: string, again: string): Promise<void> {
    const { l10n, window } = this.api;
    const show = l10n.t('Show Output');
    const answer = await window.showErrorMessage(reason, again, show);
    if (answer === show) this.output.show();
    if (answer !== again) return;
    this.ends = [];
    await this.restart();
  }

  /** Tells once what is wrong with the program, and starts as soon as something changes at one of its places. */
  private waitFor(problem: Problem, chosen: string | undefined, stamp: string): void {
    this.become({ kind: 'unavailable', problem });
    this.watch = this.machine.every(lookEvery, () => {
      void placesStamp(this.machine, chosen, this.extensionPath).then((now) => {
        if (now !== stamp && this.current.kind === 'unavailable') void this.restart();
      });
    });
    const text = JSON.stringify(problem);
    if (text === this.told) return;
    this.told = text;
    void tellAboutProblem(this.api, problem);
  }

  private become(state: ServerState): void {
    this.current = state;
    this.changed.fire(state);
  }
}

function sentence(error: unknown): string { return error instanceof Error ? error.message : String(error); }

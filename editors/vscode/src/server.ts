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
/** Longest wait for a server to leave, in milliseconds. */
const leaveWithin = 2000;

/** The one server of the window: starts, stops and replaces it, one after the other, and says how it is. */
export class Server implements Disposable {
  private client: Client | undefined;
  private current: ServerState = { kind: 'stopped' };
  /** What was begun last; the next waits for it. */
  private turn: Promise<void> = Promise.resolve();
  /** A restart that has not begun: whoever asks meanwhile gets the same one. */
  private waiting: Promise<void> | undefined;
  private watch: Disposable | undefined;
  private told = '';
  private ends: number[] = [];
  private isDisposed = false;
  private readonly changed;
  private readonly handlers: { method: string; handler: (params: any) => void }[] = [];

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
  /** Commands that the running server offers. */
  get commands(): string[] {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
  }

  /** Hears a notification of every server that is started from now on. */
  onNotification(method: string, handler: (params: any) => void): void {
    this.handlers.push({ method, handler });
  }

  /** Sends a request to the running server. */
  request<R>(method: string, params: unknown): Promise<R> {
    if (!this.client || this.current.kind !== 'running') {
      return Promise.reject(new Error(this.api.l10n.t('CodeForge is not running.')));
    }
    return this.client.sendRequest<R>(method, params);
  }

  /** Starts the server, or replaces the one that runs. */
  restart(): Promise<void> {
    this.waiting ??= this.turn.then(() => {
      this.waiting = undefined;
      return this.replace();
    });
    this.turn = this.waiting.catch(() => undefined);
    return this.waiting;
  }

  /** Waits until nothing is being started, tries once more where nothing runs, and says whether something does. */
  async ready(): Promise<boolean> {
    await this.turn;
    if (this.current.kind === 'running') return true;
    this.told = '';
    this.ends = [];
    await this.restart();
    return (this.current as ServerState).kind === 'running';
  }

  async stop(): Promise<void> {
    this.isDisposed = true;
    await this.turn;
    await this.end();
    this.become({ kind: 'stopped' });
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private async replace(): Promise<void> {
    await this.end();
    if (this.isDisposed) return;
    this.become({ kind: 'starting' });
    const chosen = pathSetting(this.api, 'server.path');
    const stamp = await placesStamp(this.machine, chosen, this.extensionPath);
    const search = await findProgram(this.machine, chosen, this.extensionPath);
    if (this.isDisposed) return;
    if (search.kind !== 'found') return this.waitFor(search, chosen, stamp);
    await this.begin(search.path);
  }

  private async begin(program: string): Promise<void> {
    const options = clientOptions(this.api, this.output, () => this.client, () => this.ended(client));
    const client: Client = this.makeClient(executable(program, pathSetting(this.api, 'server.database')), options);
    for (const { method, handler } of this.handlers) client.onNotification(method, handler);
    this.client = client;
    this.output.info(`starting ${program}`);
    try {
      await client.start();
    } catch (error) {
      this.output.error(`${program} did not start: ${error instanceof Error ? error.message : String(error)}`);
      return this.ended(client);
    }
    if (this.client !== client) return;
    this.told = '';
    this.become({ kind: 'running', version: client.initializeResult?.serverInfo?.version ?? '', path: program });
  }

  /** Ends the server as it should end. */
  private async end(): Promise<void> {
    this.watch?.dispose();
    this.watch = undefined;
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose(leaveWithin);
    } catch {
      // It is gone already, or is killed.
    }
  }

  /** The server ended by itself, or did not start. */
  private ended(client: Client): void {
    if (this.client !== client || this.isDisposed) return;
    this.client = undefined;
    // Not in the midst of the client's own dealing with the end.
    setTimeout(() => void client.dispose(leaveWithin).catch(() => undefined), 0);
    const now = this.machine.now();
    this.ends = [...this.ends.filter((end) => now - end < forgivenWithin), now];
    this.output.warn(`the server ended, ${this.ends.length} times within three minutes`);
    if (this.ends.length <= endsForgiven) {
      void this.restart();
      return;
    }
    const reason = this.api.l10n.t('CodeForge ended {0} times within three minutes.', this.ends.length);
    this.become({ kind: 'failed', reason });
    void this.ask(reason);
  }

  private async ask(reason: string): Promise<void> {
    const { l10n, window } = this.api;
    const [again, show] = [l10n.t('Start Again'), l10n.t('Show Output')];
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

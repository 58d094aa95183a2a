import type * as vscode from 'vscode';
import type { API } from './api';
import { sentenceAbout } from './problems';
import type { Projects } from './projects';
import { isWaiting } from './records';
import type { Server } from './server';

/** The line in the language status: how the server is, what the agents run on, and whether something is going on. */
export class Status implements vscode.Disposable {
  readonly item: vscode.LanguageStatusItem;

  constructor(private readonly api: API, private readonly server: Server, private readonly projects: Projects) {
    this.item = api.languages.createLanguageStatusItem('codeforge.status', [{ scheme: 'file' }, { scheme: 'untitled' }]);
    this.item.name = 'CodeForge';
    server.onDidChangeState(() => this.show());
    projects.onDidChange(() => this.show());
    this.show();
  }

  dispose(): void { this.item.dispose(); }

  private show(): void {
    const { l10n, LanguageStatusSeverity: Severity } = this.api;
    const { state } = this.server;
    this.item.busy = state.kind === 'starting';
    this.item.severity = Severity.Information;
    this.item.command = { title: l10n.t('Show Output'), command: 'codeforge.showOutput' };
    switch (state.kind) {
      case 'stopped': return this.say(l10n.t('CodeForge is stopped'));
      case 'starting': return this.say(l10n.t('CodeForge starts'));
      case 'running': return this.showRunning(state.version);
      case 'unavailable':
        this.item.severity = Severity.Warning;
        this.item.command = { title: l10n.t('Choose the Program'), command: 'codeforge.chooseProgram' };
        return this.say(l10n.t('CodeForge is not installed'), sentenceAbout(this.api, state.problem));
      case 'failed':
        this.item.severity = Severity.Error;
        this.item.command = { title: l10n.t('Start Again'), command: 'codeforge.restartServer' };
        return this.say(l10n.t('CodeForge stopped'), state.reason);
    }
  }

  private showRunning(version: string): void {
    const { l10n } = this.api;
    const running = this.projects.jobs.filter((job) => job.status === 'running' || job.status === 'queued').length;
    const waiting = this.projects.jobs.filter(isWaiting).length;
    this.item.busy = running > 0;
    this.item.command = { title: l10n.t('Show Status'), command: 'codeforge.showStatus' };
    const models = (this.projects.status?.providers ?? []).map((name) => name === 'offline' ? l10n.t('offline agents') : name);
    const text = running > 0 ? l10n.t('CodeForge: {0} running', running)
      : waiting > 0 ? l10n.t('CodeForge: {0} waiting for you', waiting) : 'CodeForge';
    this.say(text, [version, ...models, ...this.jobPlaces()].filter(Boolean).join(' · '));
  }

  /** Where jobs of linked projects run; nothing where none is linked. */
  private jobPlaces(): string[] {
    const places = new Set((this.projects.status?.mirrors ?? []).flatMap(({ team }) => team ? [team.run_jobs] : []));
    const { l10n } = this.api;
    return [...places].map((place) => place === 'team' ? l10n.t("jobs run on the team's workers") : l10n.t('jobs run here'));
  }

  private say(text: string, detail = ''): void {
    this.item.text = text;
    this.item.detail = detail;
  }
}

import type * as vscode from 'vscode';
import type { API } from './api';
import type { Argument, ServerCommand } from './catalogue';
import type { Projects } from './projects';
import { answers } from './questions';
import { Choice, Finding, isOpen, isWaiting, Job, Page } from './records';
import type { Server } from './server';
import { consequences } from './views/choices';
import { jobTitle, stateOf } from './views/jobs';

export type Values = Record<string, unknown>;

/** A person went away from a question: nothing is sent, and nothing is said. */
export class Dismissed extends Error {}

/** Something is not there that a command is about: a sentence for the person. */
export class Nothing extends Error {}

/** A place that is past the end of every line; the server takes the end instead. */
const longLine = 1_000_000;
/** `CodeActionTriggerKind.Invoked`: a person asks. */
const invoked = 1;

interface Option<T> extends vscode.QuickPickItem { readonly value: T; }

/** Asks for what a command needs and was not given, with what there is to choose from. */
export class Asking {
  constructor(
    private readonly api: API,
    private readonly server: Server,
    private readonly projects: Projects,
    private readonly rules: () => Promise<readonly { id: string; title: string }[]>,
  ) {}

  /**
   * Completes a command's values; from the line of a view, only what the command cannot do without.
   *
   * @throws Dismissed where a person ends a question, Nothing where there is nothing to choose from.
   */
  async complete(command: ServerCommand, given: Values, isLine: boolean): Promise<Values> {
    const values = { ...given };
    for (const argument of command.arguments) {
      if (values[argument.name] !== undefined) continue;
      const value = argument.required
        ? await this.required(argument, command, values)
        : isLine ? undefined : await this.optional(argument, command, values);
      if (value !== undefined) values[argument.name] = value;
    }
    return values;
  }

  private async required(argument: Argument, command: ServerCommand, values: Values): Promise<unknown> {
    const title = command.title;
    switch (argument.kind) {
      case 'document': return this.document();
      case 'finding': return this.finding(command, values);
      case 'object': return this.selection() ?? this.nothingSelected();
      case 'rule': return this.rule(title);
      case 'agent': return this.pick(title, argument.sentence, this.choicesOf(argument));
      case 'job': return (await this.job(command)).job_id;
      case 'answers': return answers(this.api, title, await this.projects.questionsOf(this.jobOf(values)));
      case 'choice': return (await this.choice(title)).choice_id;
      case 'option': return this.option(title, values);
      default: return argument.choices
        ? this.pick(title, argument.sentence, this.choicesOf(argument))
        : this.text(title, argument);
    }
  }

  /** What goes along without being asked for. */
  private async optional(argument: Argument, command: ServerCommand, values: Values): Promise<unknown> {
    const editor = this.api.window.activeTextEditor;
    switch (argument.kind) {
      case 'document': return editor?.document.uri.toString();
      case 'code': return editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : undefined;
      case 'path': return this.path(command.title);
      case 'project': return this.project(command.title);
      case 'secret': return this.secret(argument);
      case 'object': return argument.name === 'range' ? this.selection()
        : values['agent_type'] === undefined ? undefined : this.context(command, values);
      // Instead of a selection.
      case 'finding': return values['range'] === undefined ? this.findingHere(values) : undefined;
      default: return argument.name === 'language' && values['code'] !== undefined
        ? editor?.document.languageId : undefined;
    }
  }

  private document(): string {
    const editor = this.api.window.activeTextEditor;
    // In front may also be the output, or how a file was in Git: the server knows neither.
    if (!editor || !['file', 'untitled'].includes(editor.document.uri.scheme)) throw new Nothing(this.api.l10n.t('Open the document that you mean first.'));
    return editor.document.uri.toString();
  }

  /** What is selected in the document in front; undefined where nothing is. */
  private selection(): unknown {
    const selection = this.api.window.activeTextEditor?.selection;
    if (!selection || selection.isEmpty) return undefined;
    const place = ({ line, character }: vscode.Position) => ({ line, character });
    return { start: place(selection.start), end: place(selection.end) };
  }

  private nothingSelected(): never {
    throw new Nothing(this.api.l10n.t('Select the code that you mean first.'));
  }

  /** The first finding on the cursor's line. */
  private async findingHere(values: Values): Promise<string> {
    const line = this.api.window.activeTextEditor?.selection.active.line ?? 0;
    const page = await this.server.request<Page<Finding>>('codeforge/review/list', { uri: values['uri'] });
    const here = page.items.find(({ range }) => range.start.line <= line && line <= range.end.line);
    return here?.identity ?? this.nothingSelected();
  }

  /** A finding of the document in front: on the cursor's line, else anywhere in it. */
  private async finding(command: ServerCommand, values: Values): Promise<string> {
    const { l10n, window } = this.api;
    if (command.name === 'codeforge.restoreIssue') return this.dismissedFinding(command, String(values['uri']));
    // The person may move on while the server looks.
    const line = window.activeTextEditor?.selection.active.line ?? 0;
    const page = await this.server.request<Page<Finding>>('codeforge/review/list', { uri: values['uri'] });
    const all = page.items.filter((finding) => finding.fixable || command.name !== 'codeforge.fixIssue');
    const here = all.filter(({ range }) => range.start.line <= line && line <= range.end.line);
    const found = here.length > 0 ? here : all;
    if (found.length === 0) throw new Nothing(l10n.t('There is no such finding in this document.'));
    const [only] = here;
    if (only && here.length === 1) return only.identity;
    return this.pick(command.title, l10n.t('Which finding?'), found.map((finding) => ({
      label: finding.message, description: `${finding.rule} ${l10n.t('line {0}', finding.range.start.line + 1)}`,
      value: finding.identity,
    })));
  }

  /** A finding on the cursor's line that was dismissed; only the code actions there know it. */
  private async dismissedFinding(command: ServerCommand, uri: string): Promise<string> {
    const line = this.api.window.activeTextEditor?.selection.active.line ?? 0;
    const range = { start: { line, character: 0 }, end: { line, character: longLine } };
    const actions = await this.server.request<readonly any[] | null>('textDocument/codeAction', {
      textDocument: { uri }, range, context: { diagnostics: [], triggerKind: invoked },
    });
    const found = (actions ?? []).filter((action) => action.command?.command === command.name).map((action) => ({
      label: String(action.title), value: identityIn(action.command.arguments),
    }));
    if (found.length === 0) {
      throw new Nothing(this.api.l10n.t('There is no dismissed finding on the line of the cursor.'));
    }
    return this.pick(command.title, this.api.l10n.t('Which finding?'), found, true);
  }

  private async rule(title: string): Promise<string> {
    const rules = await this.rules();
    return this.pick(title, this.api.l10n.t('Which rule?'), rules.map(({ id, title: label }) =>
      ({ label, description: id, value: id })));
  }

  /** A job that the command can do something with: the only one without asking. */
  private async job(command: ServerCommand): Promise<Job> {
    const { l10n } = this.api;
    await this.projects.refresh();
    const fits = command.arguments.some((argument) => argument.kind === 'answers') ? isWaiting
      : command.name === 'codeforge.cancelJob' ? isOpen
      : (job: Job) => job.status === 'completed';
    const jobs = this.projects.jobs.filter(fits);
    if (jobs.length === 0) throw new Nothing(l10n.t('There is no such job: {0}', command.title));
    return this.pick(command.title, l10n.t('Which job?'), jobs.map((job) => ({
      label: jobTitle(this.api, job), detail: job.created_at ?? '', value: job,
      description: `${stateOf(this.api, job, this.projects.step(job))} · ${job.job_id.slice(0, 8)}`,
    })), true);
  }

  private jobOf(values: Values): Job {
    const job = this.projects.jobs.find(({ job_id }) => job_id === values['job_id']);
    return job ?? { job_id: String(values['job_id']), project_id: '', agent_type: '', status: '', progress: 0 };
  }

  private async choice(title: string): Promise<Choice> {
    await this.projects.refresh();
    const choices = this.projects.projects.flatMap((project) => project.choices);
    if (choices.length === 0) throw new Nothing(this.api.l10n.t('There is nothing to choose yet.'));
    return this.pick(title, this.api.l10n.t('Which decision?'), choices.map((choice) =>
      ({ label: choice.context, description: choice.selected ?? '', value: choice })), true);
  }

  private async option(title: string, values: Values): Promise<string> {
    const choice = this.projects.projects.flatMap((project) => project.choices)
      .find(({ choice_id }) => choice_id === values['choice_id']);
    if (!choice) throw new Nothing(this.api.l10n.t('There is nothing to choose yet.'));
    return this.pick(title, choice.context, choice.options.map((option) => ({
      label: option.title, description: option.difficulty ?? '', detail: consequences(option).join('  '),
      value: option.id,
    })));
  }

  /** The document in front, or the files that the architecture plans; not asked where no document is open. */
  private async path(title: string): Promise<string | undefined> {
    const { window, workspace, l10n } = this.api;
    const uri = window.activeTextEditor?.document.uri;
    if (!uri || !workspace.getWorkspaceFolder(uri)) return undefined;
    const path = workspace.asRelativePath(uri, false);
    return this.pick<string | undefined>(title, l10n.t('Where?'), [
      { label: path, value: path }, { label: l10n.t('In the files that the architecture plans'), value: undefined },
    ]);
  }

  /** Of several folders the one of the document in front, else the one that is picked. */
  private async project(title: string): Promise<string | undefined> {
    const { window, workspace, l10n } = this.api;
    if ((workspace.workspaceFolders ?? []).length < 2) return undefined;
    const uri = window.activeTextEditor?.document.uri;
    const folder = uri && workspace.getWorkspaceFolder(uri);
    // The server may have started for this very command.
    if (this.projects.projects.length === 0) await this.projects.refresh();
    const { projects } = this.projects;
    if (projects.length === 0) return undefined;
    const here = folder && projects.find((project) => project.folder === folder.uri.fsPath);
    if (here) return here.id;
    return this.pick(title, l10n.t('Which folder?'), projects.map((project) =>
      ({ label: project.folder.slice(project.folder.lastIndexOf('/') + 1), description: project.folder,
        value: project.id })), true);
  }

  /** A GitHub token of the account that the person is signed in with, once they agree. */
  private async secret(argument: Argument): Promise<string | undefined> {
    if (argument.name !== 'github_token') return undefined;
    try {
      return (await this.api.authentication.getSession('github', ['repo'], { createIfNone: true })).accessToken;
    } catch (error) {
      // Whoever goes away is told nothing; that there is no such account here, or no network, is told.
      throw error instanceof Error && /cancel|consent/i.test(error.message) ? new Dismissed() : error;
    }
  }

  /** What an agent that was picked by its name is told: the words that its own command asks for. */
  private async context(command: ServerCommand, values: Values): Promise<Values | undefined> {
    const { l10n } = this.api;
    const keys: Record<string, [key: string, question: string]> = {
      research: ['user_idea', l10n.t('What do you want to build?')],
      code: ['description', l10n.t('What should the code do?')],
      pedagogy: ['decision_context', l10n.t('Which decision?')],
    };
    const asked = keys[String(values['agent_type'])];
    if (!asked) return undefined;
    const [name, sentence] = asked;
    return { [name]: await this.text(command.title, { name, sentence, kind: 'text', required: true }) };
  }

  private choicesOf(argument: Argument): Option<string>[] {
    return (argument.choices ?? []).map((choice) => ({ label: choice, value: choice }));
  }

  private async text(title: string, argument: Argument): Promise<string> {
    const text = await this.api.window.showInputBox({
      title, prompt: argument.sentence, ignoreFocusOut: true, password: argument.kind === 'secret',
    });
    if (!text?.trim()) throw new Dismissed();
    return text.trim();
  }

  /** Lets a person choose; where `lonely` is true, the only one there is is taken. */
  private async pick<T>(
    title: string, placeHolder: string, options: readonly Option<T>[], lonely = false,
  ): Promise<T> {
    const [only] = options;
    if (lonely && only && options.length === 1) return only.value;
    const picked = await this.api.window.showQuickPick(
      options, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
    if (!picked) throw new Dismissed();
    return picked.value;
  }
}

/** The identity in a command's arguments, which are one object or plain values in order. */
function identityIn(given: readonly any[] | undefined): string {
  const first = given?.[0];
  return String(typeof first === 'object' ? first.identity : given?.[1]);
}

import type { API } from './api';
import { minimumVersion, Problem } from './program';

/** What is wrong with the program, as a sentence. */
export function sentenceAbout(api: API, problem: Problem): string {
  const { l10n, env } = api;
  switch (problem.kind) {
    case 'missing':
      if (problem.chosen !== undefined) {
        return l10n.t("The setting 'codeforge.server.path' names {0}, where no program is.", problem.chosen);
      }
      return env.remoteName === undefined
        ? l10n.t('The program codeforge was not found beside the extension, on PATH or in ~/.local/bin.')
        : l10n.t(
          'The program codeforge was not found on the remote machine ({0}): it has to be installed there.',
          env.remoteName);
    case 'too old':
      return l10n.t(
        '{0} is version {1}; this extension needs {2} or newer.', problem.path, problem.version, minimumVersion);
    case 'broken':
      return l10n.t('{0} cannot be run: {1}', problem.path, problem.reason);
  }
}

/** Tells what is wrong, with what can be done about it. */
export async function tellAboutProblem(api: API, problem: Problem): Promise<void> {
  const { l10n, window, commands } = api;
  const [install, choose] = [l10n.t('How to Install'), l10n.t('Choose the Program')];
  const answer = await window.showWarningMessage(sentenceAbout(api, problem), install, choose);
  if (answer === install) await commands.executeCommand('codeforge.openWalkthrough');
  if (answer === choose) await commands.executeCommand('codeforge.chooseProgram');
}

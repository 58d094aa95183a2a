import type { API } from './api';
import { Dismissed, Nothing } from './asking';
import type { Question } from './records';

export interface Answer {
  readonly question_id: string;
  readonly answer: string;
}

/** Asks one question after the other. All are answered, or none: whoever leaves one leaves the job waiting. */
export async function answers(api: API, title: string, questions: readonly Question[]): Promise<Answer[]> {
  if (questions.length === 0) {
    throw new Nothing(api.l10n.t('The questions are in .codeforge/questions.md: answer them there, and save.'));
  }
  const given: Answer[] = [];
  for (const [index, question] of questions.entries()) {
    const heading = questions.length === 1 ? title : `${title} (${index + 1}/${questions.length})`;
    given.push({ question_id: question.id, answer: await answer(api, heading, question) });
  }
  return given;
}

async function answer(api: API, title: string, question: Question): Promise<string> {
  const { l10n, window } = api;
  if (question.options?.length) {
    const own = { label: l10n.t('Write an answer…') };
    const options = question.options.map((label) => ({ label }));
    const picked = await window.showQuickPick(
      [...options, own], { title, placeHolder: question.question, ignoreFocusOut: true });
    if (!picked) throw new Dismissed();
    if (picked !== own) return picked.label;
  }
  const text = await window.showInputBox({ title, prompt: question.question, ignoreFocusOut: true });
  if (!text?.trim()) throw new Dismissed();
  return text.trim();
}

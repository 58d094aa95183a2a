import type { API } from '../api';
import type { Projects } from '../projects';
import type { Choice, ChoiceOption } from '../records';
import { Node } from './node';

/** Decisions with their options; the one that was chosen has a check mark. */
export function choiceNodes(api: API, projects: Projects): Node[] {
  return projects.projects.flatMap((project) => project.choices).map((choice) => {
    const chosen = choice.options.find((option) => option.id === choice.selected);
    return new Node(choice.context, {
      id: choice.choice_id, icon: chosen ? 'pass' : 'git-compare', isExpanded: !chosen,
      description: chosen ? chosen.title : api.l10n.t('open'),
      tooltip: [choice.context, choice.recommendation].filter(Boolean).join('\n'),
      children: choice.options.map((option) => optionNode(option, choice)),
    });
  });
}

function optionNode(option: ChoiceOption, choice: Choice): Node {
  const isChosen = option.id === choice.selected;
  return new Node(option.title, {
    id: `${choice.choice_id} ${option.id}`, icon: isChosen ? 'check' : 'circle-outline',
    description: option.difficulty, tooltip: [option.title, ...consequences(option)].join('\n'),
    kind: isChosen ? 'option-chosen' : 'option-open', values: { choice_id: choice.choice_id, option_id: option.id },
  });
}

/** What speaks for an option, and what against it. */
export function consequences({ pros, cons }: ChoiceOption): string[] {
  return [...(pros ?? []).map((text) => `+ ${text}`), ...(cons ?? []).map((text) => `− ${text}`)];
}

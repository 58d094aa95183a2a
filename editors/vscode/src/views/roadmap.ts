import type { API } from '../api';
import type { Projects } from '../projects';
import type { Roadmap, RoadmapModule } from '../records';
import { Node } from './node';

/** The steps of the window's roadmaps: done, next, open, and locked until what comes before is done. */
export function roadmapNodes(api: API, projects: Projects): Node[] {
  const roadmaps = projects.projects.flatMap((project) => project.roadmap ? [project.roadmap] : []);
  const [only] = roadmaps;
  if (only && roadmaps.length === 1) return moduleNodes(api, only);
  return roadmaps.map((roadmap) => new Node(roadmap.title, {
    id: roadmap.project_id, icon: 'map', children: moduleNodes(api, roadmap), isExpanded: true,
  }));
}

function moduleNodes(api: API, roadmap: Roadmap): Node[] {
  let first = 0;
  return roadmap.modules.map((module, place) => {
    const start = first;
    first += module.steps.length;
    const done = doneSteps(module, start, roadmap.current_step_index);
    const [isLocked, isDone] = [module.is_locked ?? false, done.size === module.steps.length];
    return new Node(module.title, {
      id: `${roadmap.project_id} module ${place}`,
      isExpanded: roadmap.current_step_index >= start && roadmap.current_step_index < first,
      icon: isDone ? 'pass-filled' : isLocked ? 'lock' : 'book', color: isDone ? 'testing.iconPassed' : undefined,
      description: isLocked ? api.l10n.t('locked') : `${done.size}/${module.steps.length}`,
      tooltip: isLocked ? api.l10n.t('{0}: finish what comes before it first', module.title) : module.title,
      children: module.steps.map((step, index) =>
        stepNode(api, roadmap, step, start + index, done.has(index), isLocked)),
    });
  });
}

/** The places, within their module, of the steps that are done. */
function doneSteps(module: RoadmapModule, start: number, current: number): Set<number> {
  return new Set(module.done_steps ?? module.steps.map((_, index) => index).filter((index) => start + index < current));
}

function stepNode(
  api: API, roadmap: Roadmap, step: string, index: number, isDone: boolean, isLocked: boolean,
): Node {
  const isNext = index === roadmap.current_step_index;
  return new Node(step, {
    id: `${roadmap.project_id} step ${index}`, values: { project_id: roadmap.project_id, step: index },
    icon: isDone ? 'check' : isLocked ? 'lock' : isNext ? 'arrow-right' : 'circle-outline',
    color: isDone ? 'testing.iconPassed' : undefined,
    description: isNext ? api.l10n.t('next') : undefined,
    kind: isDone ? 'step-done' : isLocked ? 'step-locked' : 'step-open',
  });
}

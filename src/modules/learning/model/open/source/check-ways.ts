import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import { fewestDrawn, isShownAt, scenesOfBank, workplacesOf } from './fewest-drawn.ts';
import type { PartId } from './part-id.ts';

/**
 * Ways through: everybody, wherever they work, is shown something in each scene, and can meet each clause of the rule
 * (learning design, 2.4, 2).
 */
export function checkWays(source: CourseSource): readonly CourseFinding[] {
  const { course, scenes } = source;
  const workplaces = workplacesOf(source);
  const empty = course.outline.flatMap((id): readonly CourseFinding[] => {
    const scene = scenes.get(id);
    if (scene === undefined) return [];
    const without = workplaces.filter((place) => !scene.blocks.some(({ when }) => isShownAt(when, place)));
    return without.map((place) => ({
      code: 'never-shown',
      file: scene.file,
      path: ['blocks'],
      text: `whoever works at ${place} is shown nothing here`,
    }));
  });
  const unmet = course.rule.flatMap((clause, index): readonly CourseFinding[] => {
    const text =
      'seen' in clause
        ? unseen(source, clause.seen)
        : 'decided' in clause
          ? undecided(source, clause, workplaces)
          : tooFew(source, clause);
    return text === null ? [] : [{ code: 'rule-unmet', file: 'course.yaml', path: ['rule', index], text }];
  });
  return [...empty, ...unmet];
}

function unseen({ course }: CourseSource, scene: PartId): string | null {
  return course.outline.includes(scene) ? null : `the outline has no scene ${scene}`;
}

/** Whether everybody meets the decision that the clause asks for; that it can be brought to an ending is looked at elsewhere. */
function undecided(
  { course, scenes }: CourseSource,
  { decided, in: scene }: { readonly decided: PartId; readonly in: PartId },
  workplaces: readonly string[],
): string | null {
  const blocks = course.outline.includes(scene) ? (scenes.get(scene)?.blocks ?? []) : [];
  const block = blocks.find(({ id }) => id === decided);
  return block?.type === 'decision' && workplaces.every((place) => isShownAt(block.when, place))
    ? null
    : `not everybody meets a decision ${decided} in the scene ${scene}`;
}

/** Whether a round draws enough items of a bank for everybody to get as many right as the clause asks for. */
function tooFew(source: CourseSource, { right, of }: { readonly right: number; readonly of: string }): string | null {
  if (scenesOfBank(source, of).length > 1) return `the questions of ${of} lie in more than one scene`;
  const fewest = fewestDrawn(source, of);
  return fewest >= right
    ? null
    : `a round of the bank ${of} has ${String(fewest)} questions for some, and the rule asks for ${String(right)}`;
}

import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import type { PartId } from './part-id.ts';

/**
 * Ways through: everybody, wherever they work, is shown something in each scene, and can meet each clause of the rule
 * (learning design, 2.4, 2).
 */
export function checkWays(source: CourseSource): readonly CourseFinding[] {
  const { course, scenes } = source;
  const workplaces = course.audience.length === 0 ? [''] : course.audience;
  const empty = course.outline.flatMap((id): readonly CourseFinding[] => {
    const scene = scenes.get(id);
    if (scene === undefined) return [];
    const without = workplaces.filter((place) => !scene.blocks.some(({ when }) => isFor(when, place)));
    return without.map((place) => ({
      code: 'never-shown',
      file: scene.file,
      path: ['blocks'],
      text: `whoever works at ${place} is shown nothing here`,
    }));
  });
  const unmet = course.rule.flatMap((clause, index): readonly CourseFinding[] => {
    const text = 'seen' in clause ? unseen(source, clause.seen) : tooFew(source, clause, workplaces);
    return text === null ? [] : [{ code: 'rule-unmet', file: 'course.yaml', path: ['rule', index], text }];
  });
  return [...empty, ...unmet];
}

function isFor(when: { readonly workplace: readonly string[] } | undefined, place: string): boolean {
  return when === undefined || when.workplace.includes(place);
}

function unseen({ course }: CourseSource, scene: PartId): string | null {
  return course.outline.includes(scene) ? null : `the outline has no scene ${scene}`;
}

/** Whether everybody meets enough items of a bank to get as many right as the clause asks for. */
function tooFew(
  { course, scenes }: CourseSource,
  { right, of }: { readonly right: number; readonly of: string },
  workplaces: readonly string[],
): string | null {
  const items = course.outline
    .flatMap((id) => scenes.get(id)?.blocks ?? [])
    .filter((block) => block.type === 'check' && block.bank === of);
  const fewest = Math.min(...workplaces.map((place) => items.filter(({ when }) => isFor(when, place)).length));
  return fewest >= right
    ? null
    : `the bank ${of} has ${String(fewest)} items for some, and the rule asks for ${String(right)}`;
}

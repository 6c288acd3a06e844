import type { BlockSource } from './block-source.ts';
import type { CourseSource } from './course-source.ts';

/** Whether everybody at a workplace is shown a block whatever they decide. */
export function isShownAt(when: BlockSource['when'], place: string): boolean {
  return when === undefined || ('workplace' in when && when.workplace.some((one) => one === place));
}

/** The workplaces of a course; where nobody chooses, one that no block asks for. */
export function workplacesOf({ course }: Pick<CourseSource, 'course'>): readonly string[] {
  return course.audience.length === 0 ? [''] : course.audience;
}

/** Scenes that hold questions of a bank, in their order. */
export function scenesOfBank({ course, scenes }: Pick<CourseSource, 'course' | 'scenes'>, bank: string) {
  return course.outline.filter((id) => scenes.get(id)?.blocks.some((block) => isOf(block, bank)));
}

/** How many questions a round of a bank has where it has fewest: one for each objective that is asked for there. */
export function fewestDrawn(source: Pick<CourseSource, 'course' | 'scenes'>, bank: string): number {
  const blocks = scenesOfBank(source, bank).flatMap((id) => source.scenes.get(id)?.blocks ?? []);
  const items = blocks.filter((block) => isOf(block, bank));
  const drawn = (place: string): number =>
    new Set(items.filter(({ when }) => isShownAt(when, place)).flatMap(({ objectives = [] }) => objectives.slice(0, 1)))
      .size;
  return Math.min(...workplacesOf(source).map(drawn));
}

function isOf(block: BlockSource, bank: string): boolean {
  return block.type === 'check' && block.bank === bank;
}

import type { BlockSource, BlockSourceOf } from './block-source.ts';
import type { CourseFinding } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';

/** A right answer may stand out by chance so often at most. */
const chance = 0.95;

/**
 * Objectives: each is taught, practised, and asked for by at least two items of every bank; no item is without one; and the right
 * answers do not give themselves away by their length or their place (learning design, 2.4, 3).
 */
export function checkObjectives(source: CourseSource): readonly CourseFinding[] {
  const { course, scenes } = source;
  const placed = course.outline.flatMap((id) => {
    const scene = scenes.get(id);
    return (scene?.blocks ?? []).map((block, index) => ({ block, index, file: scene?.file ?? '', scene: id }));
  });
  const banks = new Set(placed.flatMap(({ block }) => (block.type === 'check' ? (block.bank ?? []) : [])));
  const aimless = placed
    .filter(({ block }) => isPractice(block) && (block.objectives ?? []).length === 0)
    .map(({ block, index, file }): CourseFinding => ({
      ...{ code: 'item-aimless', file, path: ['blocks', index] },
      text: `no objective is named for ${block.id}`,
    }));
  const lacking = course.objectives.flatMap((objective, index): readonly CourseFinding[] => {
    const at = (code: CourseFinding['code'], text: string): CourseFinding => ({
      ...{ code, file: 'course.yaml', path: ['objectives', index], text },
    });
    const ofIt = placed.map(({ block }) => block).filter((block) => block.objectives?.includes(objective));
    const asked = (bank: string): number =>
      ofIt.filter((block) => block.type === 'check' && block.bank === bank).length;
    return [
      ...(ofIt.some(isTeaching) ? [] : [at('objective-untaught', `nothing teaches ${objective}`)]),
      ...(ofIt.some(isPractice) ? [] : [at('objective-unpractised', `nothing lets anybody practise ${objective}`)]),
      ...[...banks]
        .filter((bank) => asked(bank) < 2)
        .map((bank) => at('objective-untested', `${bank} has fewer than two items for ${objective}`)),
    ];
  });
  return [...aimless, ...lacking, ...guessable(source, placed)];
}

function isTeaching({ type }: BlockSource): boolean {
  return !['check', 'spotting', 'vignette', 'sort', 'reflection', 'takeaway'].includes(type);
}

function isPractice({ type }: BlockSource): boolean {
  return ['decision', 'spotting', 'check', 'sort'].includes(type);
}

interface Placed {
  readonly block: BlockSource;
  readonly scene: string;
}

/** Whether who always takes the longest answer, or always the one in the same place of the file, is right too often. */
function guessable({ texts }: CourseSource, placed: readonly Placed[]): readonly CourseFinding[] {
  const single = placed.flatMap(({ block, scene }) =>
    block.type === 'check' && block.kind === 'single' ? [{ block, scene }] : [],
  );
  const odds = single.map(({ block }) => 1 / block.options.length);
  const most = mostByChance(odds);
  const rightAt = single.map(({ block }) => block.options.findIndex(({ right }) => right === true));
  const inPlace = Math.max(0, ...[...Map.groupBy(rightAt, (at) => at).values()].map((same) => same.length));
  const place: readonly CourseFinding[] =
    inPlace > most
      ? [
          {
            code: 'answers-guessable',
            file: 'course.yaml',
            path: ['outline'],
            text: words(inPlace, 'in the same place'),
          },
        ]
      : [];
  const longest = [...texts].flatMap(([language, text]): readonly CourseFinding[] => {
    const often = single.filter(({ block, scene }) =>
      isLongest(block, (id) => text[`${scene}.${block.id}.options.${id}.text`]),
    ).length;
    return often > most
      ? [{ code: 'answers-guessable', file: `text/${language}.yaml`, path: [], text: words(often, 'the longest') }]
      : [];
  });
  return [...place, ...longest];
}

function words(often: number, how: string): string {
  return `the right answer is ${how} in ${String(often)} questions, more often than by chance`;
}

function isLongest({ options }: BlockSourceOf<'check'>, textOf: (id: string) => string | undefined): boolean {
  const lengths = options.map(({ id, right }) => ({ right: right === true, length: textOf(id)?.length ?? 0 }));
  const most = Math.max(...lengths.filter(({ right }) => !right).map(({ length }) => length));
  return lengths.some(({ right, length }) => right && length > most);
}

/** The number that so many independent chances do not go beyond in 95 of 100 cases. */
function mostByChance(odds: readonly number[]): number {
  let spread: readonly number[] = [1];
  for (const odd of odds) {
    const before = spread;
    spread = [...before, 0].map((share, at) => share * (1 - odd) + (before[at - 1] ?? 0) * odd);
  }
  let sum = 0;
  return spread.findIndex((share) => (sum += share) >= chance);
}

import type { PlainWords } from '#kernel/procedures';
import { sayLeft, type Sheet, type SheetSectionName } from './build-sheet.ts';

/**
 * Sections from which lines are left out when all do not fit on one paper, the most bearable first, and how many stay at
 * least. Last days come first in "what comes next", so they are the last to go there.
 */
const mayShrink: readonly (readonly [SheetSectionName, number])[] = [
  ['rights', 4],
  ['next', 4],
  ['duties', 2],
  ['where', 2],
];

/** Type sizes in points, tried in this order before any line is left out. Nothing is printed smaller. */
export const sheetSizes = [13, 12, 11, 10] as const;

/** A sheet at a size, with a number of lines left out. */
export interface SheetFit {
  readonly points: number;
  readonly sheet: Sheet;
}

/** All ways to set a sheet, the best first: everything large, everything smaller, then lines left out one by one. */
export function waysToFit(sheet: Sheet, words: PlainWords): readonly SheetFit[] {
  const smallest = sheetSizes.at(-1) ?? 10;
  const most = mayShrink.reduce((sum, [name, least]) => sum + Math.max(0, linesIn(sheet, name) - least), 0);
  return [
    ...sheetSizes.map((points) => ({ points, sheet })),
    ...Array.from({ length: most }, (_, at) => ({ points: smallest, sheet: shortenSheet(sheet, words, at + 1) })),
  ];
}

/** The sheet without so many lines, and with the sentence that says so. Takes no more than the rule allows. */
export function shortenSheet(sheet: Sheet, words: PlainWords, count: number): Sheet {
  let left = count;
  const sizes = new Map(sheet.sections.map(({ name, lines }) => [name, lines.length]));
  for (const [name, least] of mayShrink) {
    const size = sizes.get(name) ?? 0;
    const taken = Math.min(left, Math.max(0, size - least));
    sizes.set(name, size - taken);
    left -= taken;
  }
  const taken = count - left;
  if (taken === 0) return sheet;
  const sections = sheet.sections.map((section) => ({
    ...section,
    lines: section.lines.slice(0, sizes.get(section.name)),
  }));
  return { ...sheet, sections, left: sayLeft(words, taken) };
}

function linesIn(sheet: Sheet, name: SheetSectionName): number {
  return sheet.sections.find((section) => section.name === name)?.lines.length ?? 0;
}

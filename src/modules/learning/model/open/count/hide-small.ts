/** People of one organisation in one course, as they were counted. */
export interface CountedLearners {
  readonly organisation: string;
  readonly own: boolean;
  readonly course: string;
  readonly began: number;
  readonly finished: number;
  readonly completions: number;
}

type Measure = 'began' | 'finished' | 'completions';

/** The same, with null where a number would be so small that people could be recognised. */
export type ShownLearners = Omit<CountedLearners, Measure> & { readonly [Name in Measure]: number | null };

/** Numbers below this one, other than none, are not shown of partners (learning design, 5.4). */
export const fewest = 10;

/**
 * Hides numbers from 1 to 9 of organisations other than our own. Where one measure of a row is hidden, all of it are: who began and
 * who finished lie so near to each other that one gives the other away.
 */
export function hideSmall(counted: readonly CountedLearners[]): readonly ShownLearners[] {
  return counted.map((row) => (isHidden(row) ? { ...row, began: null, finished: null, completions: null } : row));
}

/**
 * How many people finished in all; null where the sum, together with what is shown, would give a hidden number away: it does when
 * only one of the hidden rows has any.
 */
export function sumFinished(counted: readonly CountedLearners[]): number | null {
  const hidden = counted.filter((row) => isHidden(row) && row.finished > 0).length;
  return hidden === 1 ? null : counted.reduce((sum, { finished }) => sum + finished, 0);
}

function isHidden({ own, began, finished, completions }: CountedLearners): boolean {
  return !own && [began, finished, completions].some((number) => number > 0 && number < fewest);
}

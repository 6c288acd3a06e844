/** How much somebody read on one day. */
export interface ReadAmount {
  /** Different cases opened. */
  readonly cases: number;
  /** Papers fetched, each time. */
  readonly papers: number;
}

/** Days before today that say what is usual. */
export const usualDays = 28;

/** What counts as usual at least: for newcomers, who have no usual yet, and for those who read little. */
export const leastUsual: ReadAmount = { cases: 15, papers: 60 };

/** Days with reading from which on somebody has a usual of their own: of fewer, one wild day would be half. */
export const fewestDays = 5;

/** So many times the usual is too much to pass over. */
const times = 3;

/**
 * What is usual for a person: the median over the days before on which they read anything at all, cases and papers each
 * for themselves, and never less than `leastUsual`, which is also what somebody has with fewer than five such days. Days
 * without reading say nothing: half a week off lowers nobody's usual. Two wild days among five do not raise a median.
 */
export function usualReading(before: readonly ReadAmount[]): ReadAmount {
  const active = before.filter(({ cases, papers }) => cases > 0 || papers > 0);
  if (active.length < fewestDays) return leastUsual;
  return {
    cases: Math.max(leastUsual.cases, median(active.map(({ cases }) => cases))),
    papers: Math.max(leastUsual.papers, median(active.map(({ papers }) => papers))),
  };
}

/** Whether a day's reading is more than three times the usual, in cases or in papers. */
export function isUnusual(today: ReadAmount, before: readonly ReadAmount[]): boolean {
  const usual = usualReading(before);
  return today.cases > times * usual.cases || today.papers > times * usual.papers;
}

/** The middle one, the lower of two; 0 of none. */
function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.ceil(values.length / 2) - 1] ?? 0;
}

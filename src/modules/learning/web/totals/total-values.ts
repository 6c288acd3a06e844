import type { TotalLine } from '../../model/open/count/read-totals-file.ts';
import { totalBases, type TotalBasis } from '../../model/open/count/release-totals.ts';

/** What is typed into the form of a sum. */
export interface TotalValues {
  readonly from: string;
  readonly until: string;
  readonly people: string;
  /** Empty: as many as people. */
  readonly completions: string;
  readonly basis: string | null;
}

export const noTotal: TotalValues = { from: '1', until: '1', people: '', completions: '', basis: null };

/** What was typed as a sum, or why it is none. */
export function fromTotalValues(values: TotalValues): TotalLine | 'NumberMissing' | 'MonthsTurned' | 'RunsFewer' {
  const [people, runs] = [readNumber(values.people), readNumber(values.completions)];
  if (people === null || (runs === null && values.completions.trim() !== '')) return 'NumberMissing';
  const [from, until] = [Number(values.from), Number(values.until)];
  if (from > until) return 'MonthsTurned';
  const completions = runs ?? people;
  return completions < people ? 'RunsFewer' : { from, until, people, completions };
}

/** Whence the numbers are; null while nothing was chosen. */
export function basisOf(chosen: string | null): TotalBasis | null {
  return totalBases.find((one) => one === chosen) ?? null;
}

function readNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}

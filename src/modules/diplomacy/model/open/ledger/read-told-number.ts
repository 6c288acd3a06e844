import type { LedgerFigure } from '#kernel/disclosure';

/** A number as it was told. */
export interface ToldNumber {
  readonly figure: Pick<LedgerFigure, 'rule' | 'value'>;
  /** Below which floor "fewer than" is meant; null for a number that says nothing of a floor. */
  readonly floor: number | null;
}

/** How a plain number was meant: to the nearest 5 by our rule, or as it is. */
export type MeantAs = 'rounded' | 'exact';

/** More is no number of people whom anybody counted; the ledger takes none. */
const largest = 1_000_000_000;

/**
 * Reads a number as it was told: "65", "<10" (also 15 and 20), "58-62", "60+". Null for anything else; `large` for more than a milliard, which no ledger
 * holds. Whether our rule gives a number that was meant so depends on the floor, which others of the same note may tell.
 */
export function readToldNumber(text: string, meant: MeantAs): ToldNumber | 'large' | null {
  const told = text.replaceAll(/\s/gu, '');
  if ((told.match(/\d+/gu) ?? []).some((digits) => Number(digits) > largest)) return 'large';
  const below = /^<(10|15|20)$/.exec(told);
  if (below) return { figure: { rule: '10-5', value: null }, floor: Number(below[1]) };
  const interval = /^(\d+)[-–](\d+)$/.exec(told);
  if (interval) {
    const [low, high] = [Number(interval[1]), Number(interval[2])];
    return low > high ? null : { figure: { rule: 'interval', value: [low, high] }, floor: null };
  }
  const least = /^(\d+)\+$/.exec(told);
  if (least) return { figure: { rule: 'interval', value: [Number(least[1]), null] }, floor: null };
  if (!/^\d+$/.test(told)) return null;
  return { figure: { rule: meant === 'exact' ? 'exact' : '10-5', value: Number(told) }, floor: null };
}

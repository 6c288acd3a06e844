import { isTenFive, lowestFloor, type LedgerFigure } from '#kernel/disclosure';

/** A number as it was told, and below which floor "fewer than" is meant. */
export interface ToldNumber {
  readonly figure: Pick<LedgerFigure, 'rule' | 'value'>;
  readonly floor: number;
}

/** How a plain number was meant: to the nearest 5 by our rule, or as it is. */
export type MeantAs = 'rounded' | 'exact';

/**
 * Reads a number as it was told: "65", "<10" (also 15 and 20), "58-62", "60+". Null for anything else, for a plain number of which nobody said how
 * it was meant, and for one that our rule never gives though it is meant so.
 */
export function readToldNumber(text: string, meant: MeantAs | null): ToldNumber | null {
  const told = text.replaceAll(/\s/gu, '');
  const below = /^<(10|15|20)$/.exec(told);
  if (below) return { figure: { rule: '10-5', value: null }, floor: Number(below[1]) };
  const interval = /^(\d{1,6})[-–](\d{1,6})$/.exec(told);
  if (interval) {
    const [low, high] = [Number(interval[1]), Number(interval[2])];
    return low > high ? null : { figure: { rule: 'interval', value: [low, high] }, floor: lowestFloor };
  }
  const least = /^(\d{1,6})\+$/.exec(told);
  if (least) return { figure: { rule: 'interval', value: [Number(least[1]), null] }, floor: lowestFloor };
  if (!/^\d{1,6}$/.test(told) || meant === null) return null;
  const value = Number(told);
  if (meant === 'exact') return { figure: { rule: 'exact', value }, floor: lowestFloor };
  return isTenFive(value, lowestFloor) ? { figure: { rule: '10-5', value }, floor: lowestFloor } : null;
}

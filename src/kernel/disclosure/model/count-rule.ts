/** What a reader can be sure of: a number between two others, both included; null where nothing bounds it. */
export interface Range {
  readonly low: number;
  readonly high: number | null;
}

export function isSameRange(one: Range, other: Range): boolean {
  return one.low === other.low && one.high === other.high;
}

/** A count as it is published: the number, or null for "fewer than the floor". */
export type Published = number | null;

/** Groups smaller than this are not told (diplomacy, 3.3). A programme may raise it to 15 or 20, never lower it. */
export const lowestFloor = 10;

/**
 * The 10-5 rule: a count below the floor is not told, also when nobody is in the group; any other goes to the nearest 5. A whole number is
 * never half-way between two multiples of 5, so there are no ties.
 */
export function publishCount(count: number, floor: number = lowestFloor): Published {
  return count < floor ? null : nearestFive(count);
}

/** The multiple of 5 that is nearest to a whole number. */
export function nearestFive(count: number): number {
  return 5 * Math.floor((count + 2) / 5);
}

/** How a published count is written in a table. */
export function countText(published: Published, floor: number = lowestFloor): string {
  return published === null ? `<${String(floor)}` : String(published);
}

/** By what rule a figure was made. `interval` is knowledge from elsewhere that is no single number. */
export type CountRule = '10-5' | 'threshold' | 'exact';

/** The floor below which a rule tells nothing, where `k` is asked for: the 10-5 rule knows higher floors, but no lower one. */
export function floorOf(rule: CountRule, k: number): number {
  return rule === '10-5' ? Math.max(k, lowestFloor) : k;
}

/** What a published count proves of the true one. `k` is the floor that is asked for. */
export function provenRange(rule: CountRule, published: Published, k: number = lowestFloor): Range {
  const floor = floorOf(rule, k);
  if (published === null) return { low: 0, high: floor - 1 };
  if (rule !== '10-5') return { low: published, high: published };
  return { low: Math.max(floor, published - 2), high: published + 2 };
}

/**
 * A share in whole percent, from rounded numbers only: both are told, and the base is at least 50; half goes up, and it is never above 100.
 * Null where no percentage may stand. It proves nothing that the two numbers do not.
 */
export function publishPercent(part: Published, base: Published): number | null {
  if (part === null || base === null || base < 50) return null;
  return Math.min(100, Math.floor((200 * part + base) / (2 * base)));
}

/** Whether the 10-5 rule publishes this number for any count. */
export function isTenFive(published: number, k: number): boolean {
  return published % 5 === 0 && published + 2 >= floorOf('10-5', k);
}

/** A published percentage, as a whole number of units of its last decimal. */
export interface PublishedPercent {
  readonly units: bigint;
  readonly decimals: number;
  /** The least and the most that the base may be. */
  readonly bases: readonly [number, number];
}

/** Reads a percentage as it stands in print; null where it has more decimals than it says, or is no number from 0 to 100. */
export function readPercent(text: string, decimals: number): bigint | null {
  const found = /^(\d{1,3})(?:\.(\d+))?$/.exec(text);
  const [, whole = '', part = ''] = found ?? [];
  if (found === null || part.length > decimals) return null;
  const units = BigInt(whole + part.padEnd(decimals, '0'));
  return units <= 100n * 10n ** BigInt(decimals) ? units : null;
}

/** At most so many pairs print as one percentage; for asking before they are listed. */
export function mostSolutions({ decimals, bases: [first, last] }: PublishedPercent): number {
  return (last - first + 1) * (1 + (first + last) / 2 / (100 * 10 ** decimals));
}

/**
 * All pairs of a count and its base that print as this percentage, rounded half up: a percentage with decimals gives a small group away as
 * surely as the count itself. In the order of the bases, in exact arithmetic.
 */
export function invertPercent({ units, decimals, bases }: PublishedPercent): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const scale = 100n * 10n ** BigInt(decimals);
  const [first, last] = bases;
  for (let base = BigInt(first); base <= BigInt(last); base += 1n) {
    // units = floor(scale · count / base + 1/2): the least count for it, and for the number after it.
    const from = leastCount(units, base, scale);
    const upTo = leastCount(units + 1n, base, scale) - 1n;
    for (let count = from; count <= upTo && count <= base; count += 1n) found.push([Number(count), Number(base)]);
  }
  return found;
}

/** The least count from 0 with 2·scale·count ≥ (2·units − 1)·base. */
function leastCount(units: bigint, base: bigint, scale: bigint): bigint {
  const needed = (2n * units - 1n) * base;
  return needed <= 0n ? 0n : (needed + 2n * scale - 1n) / (2n * scale);
}

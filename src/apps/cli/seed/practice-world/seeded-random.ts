/** Repeatable choices for the practice world alone. Never for keys, ids or anything real. */
export interface SeededRandom {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** One of the values. */
  pick<Value>(values: readonly Value[]): Value;
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean;
}

/** A repeatable source of choices (mulberry32, public domain arithmetic); equal seeds give equal draws. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(draw() * (to - from + 1));
  return {
    between,
    pick: (values) => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
    chance: (percent) => draw() * 100 < percent,
  };
}

import type { Confidence } from './pack.ts';

const order = ['A', 'B', 'C', 'GK'] as const satisfies readonly Confidence[];

/** The less certain of two: a result is as sure as its weakest part. */
export function lowest(left: Confidence, right: Confidence): Confidence {
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

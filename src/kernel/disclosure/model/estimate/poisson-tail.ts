import { lnGamma } from './ln-gamma.ts';

/** The smaller of the two tails of a Poisson distribution, both with the observed value in them. */
export function poissonTail(observed: number, mean: number): number {
  if (mean <= 0) return observed > 0 ? 0 : 1;
  const chance = (n: number) => Math.exp(n * Math.log(mean) - mean - lnGamma(n + 1));
  let below = 0;
  for (let n = 0; n < observed; n += 1) below += chance(n);
  const at = chance(observed);
  // Far out in the upper tail one minus the rest would be noise, so it is added up itself.
  let above = 0;
  for (let n = observed, term = at; term > 0 && (n <= mean || term > 1e-18 * above); n += 1, term = chance(n))
    above += term;
  return Math.min(1, below + at, above);
}

import { lnGamma } from './ln-gamma.ts';

/** The smaller of the two tails of a Poisson distribution, both with the observed value in them. */
export function poissonTail(observed: number, mean: number): number {
  if (mean <= 0) return observed > 0 ? 0 : 1;
  const chance = (n: number) => Math.exp(n * Math.log(mean) - mean - lnGamma(n + 1));
  // Away from the mean the terms only fall, so the tail that goes there is added up itself, until a term no longer counts; the other one is
  // what is left.
  const step = observed >= mean ? 1 : -1;
  const at = chance(observed);
  let outer = 0;
  for (let n = observed, term = at; n >= 0 && term > 1e-18 * outer; n += step, term = chance(n)) outer += term;
  return Math.min(1, outer, 1 - outer + at);
}

import { expect, test } from 'vitest';
import { lnGamma } from './ln-gamma.ts';
import { normalTwoSided } from './normal-two-sided.ts';
import { poissonTail } from './poisson-tail.ts';

test('ln Γ of whole numbers is the sum of logarithms, and of a half that of the root of π', () => {
  let sum = 0;
  for (let n = 1; n <= 170; n += 1) {
    expect(lnGamma(n)).toBeCloseTo(sum, 9);
    sum += Math.log(n);
  }
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

// Abramowitz and Stegun, table 26.1, twice the upper tail.
test.each([
  [0, 1],
  [0.5, 0.6170750774519738],
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [2.5758293035489004, 0.01],
  [2.83, 0.0046548],
  [3.290526731491926, 0.001],
  [6, 1.973175e-9],
])('a standard normal value is as far from 0 as %f with this probability', (z, chance) => {
  expect(Math.abs(normalTwoSided(z) - chance) / chance).toBeLessThan(1e-5);
  expect(normalTwoSided(-z)).toBe(normalTwoSided(z));
});

test('the smaller tail of a Poisson distribution has the observed value in it', () => {
  const e = Math.exp(-2);
  expect(poissonTail(0, 2)).toBeCloseTo(e, 12);
  expect(poissonTail(1, 2)).toBeCloseTo(3 * e, 12);
  expect(poissonTail(5, 2)).toBeCloseTo(1 - e * (1 + 2 + 2 + 4 / 3 + 2 / 3), 12);
  expect(poissonTail(60, 2)).toBeGreaterThan(0);
  expect(poissonTail(60, 2)).toBeLessThan(1e-60);
  expect([poissonTail(0, 0), poissonTail(3, 0)]).toEqual([1, 0]);
});

test('both tails agree with sums over all terms, and far out or large counts cost no more', () => {
  for (const mean of [0.3, 0.999, 1, 4.5, 20, 63.2])
    for (let observed = 0; observed < 90; observed += 1) {
      const terms = Array.from({ length: 400 }, (_, n) => Math.exp(n * Math.log(mean) - mean - lnGamma(n + 1)));
      const add = (from: number, to: number) => terms.slice(from, to).reduce((total, term) => total + term, 0);
      const smaller = Math.min(1, add(0, observed + 1), add(observed, terms.length));
      expect(Math.abs(poissonTail(observed, mean) - smaller)).toBeLessThanOrEqual(1e-12 + 1e-9 * smaller);
    }
  expect(poissonTail(1e9, 1e9)).toBeCloseTo(0.5, 3);
  expect(poissonTail(1e9, 10)).toBe(0);
  expect(poissonTail(10, 1e6)).toBe(0);
});

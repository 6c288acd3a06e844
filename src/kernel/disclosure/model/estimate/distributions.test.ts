import { expect, test } from 'vitest';
import { lnGamma } from './ln-gamma.ts';
import { halfChi95, normalTwoSided, z975 } from './normal-two-sided.ts';
import { poissonTail } from './poisson-tail.ts';

test('ln Γ of whole numbers is the sum of logarithms, and of a half that of the root of π', () => {
  let sum = 0;
  for (let n = 1; n <= 170; n += 1) {
    expect(lnGamma(n)).toBeCloseTo(sum, 9);
    sum += Math.log(n);
  }
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

// By another implementation (lgamma of the C library).
test.each([
  [0.1, 2.2527126517342055],
  [0.25, 1.2880225246980772],
  [1.5, -0.12078223763524543],
  [2.5, 0.2846828704729196],
  [3.7, 1.4280723266653883],
  [10.5, 13.940625219403763],
  [100.25, 360.2845596377643],
  [10000.5, 82104.32265412835],
])('ln Γ(%f) is %f', (x, value) => {
  expect(Math.abs(lnGamma(x) - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
});

// By another implementation (erfc of the C library); the series ends and the fraction begins at the root of 8.
test.each([
  [0.1, 0.920344325445942],
  [1, 0.31731050786291415],
  [1.5, 0.13361440253771617],
  [2.5, 0.012419330651552278],
  [2.8, 0.005110260660855874],
  [2.83, 0.004654800413463109],
  [3, 0.0026997960632601913],
  [3.5, 0.0004652581580710501],
  [4, 6.334248366623993e-5],
  [5, 5.733031437583892e-7],
  [6, 1.9731752900754024e-9],
  [8, 1.2441921148543639e-15],
  [10, 1.5239706048321186e-23],
])('a standard normal value is as far from 0 as %f with probability %f, to eleven digits', (z, chance) => {
  expect(Math.abs(normalTwoSided(z) / chance - 1)).toBeLessThan(1e-11);
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

test('a tail that is next to nothing is told as it is, on both sides', () => {
  expect(poissonTail(0, 50) / Math.exp(-50)).toBeCloseTo(1, 9);
  expect(poissonTail(1, 60) / (61 * Math.exp(-60))).toBeCloseTo(1, 9);
  // From 30 on the terms fall by more than half each: 2^30/30!, and then times 2/31, 2/32 and so on.
  const first = Math.exp(30 * Math.LN2 - 2 - lnGamma(31));
  expect(poissonTail(30, 2) / (first * (1 + (2 / 31) * (1 + (2 / 32) * (1 + (2 / 33) * (1 + 2 / 34)))))).toBeCloseTo(
    1,
    5,
  );
});

test('a value just below the mean may be in the larger half: then the other tail is the smaller one', () => {
  // Of a mean of 2, 0 to 2 have 5·e^-2 and 2 and more 1 - 3·e^-2, which is less.
  expect(poissonTail(2, 2 + 1e-12)).toBeCloseTo(1 - 3 * Math.exp(-2), 9);
});

test('the points of 95 % are those of the normal distribution and of its square', () => {
  expect(normalTwoSided(z975)).toBeCloseTo(0.05, 14);
  expect(halfChi95).toBeCloseTo(3.841458820694124 / 2, 12);
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

/** Two-sided probability of a standard normal value at least as far from 0 as this one. */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < 2 ? 1 - erfSeries(x) : erfcFraction(x);
}

/** erf by its series (DLMF 7.6.2), quick for small values. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc by its continued fraction (DLMF 7.9.1), quick for larger values. */
function erfcFraction(x: number): number {
  let value = 0;
  for (let n = 60; n >= 1; n -= 1) value = n / 2 / (x + value);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + value);
}

/** The 97.5 % point of the standard normal distribution, to full precision. */
export const z975 = 1.959963984540054;

/** Half the 95 % point of χ² with one degree of freedom. */
export const halfChi95 = (z975 * z975) / 2;

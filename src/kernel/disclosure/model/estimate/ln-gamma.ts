const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0, to fifteen digits (Lanczos, 1964, with g = 7 and nine terms). */
export function lnGamma(x: number): number {
  const [first, ...others]: readonly number[] = lanczos;
  const z = x - 1;
  const sum = others.reduce((total, term, index) => total + term / (z + index + 1), first ?? 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

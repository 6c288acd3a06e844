/**
 * The number below which a standard normal variable stays with a probability strictly between 0 and 1. Found by halving on the
 * distribution function, which is summed as a series (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11).
 */
export function normalQuantile(probability: number): number {
  return halve(-9, 9, (x) => normalBelow(x) < probability);
}

/**
 * The number between whose negative and itself a variable of Student's t distribution lies with a probability; degrees of freedom a
 * whole number from 1. Found by halving on the distribution function, which is a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4).
 */
export function studentQuantile(probability: number, freedom: number): number {
  return halve(0, 1_000, (t) => studentWithin(t, freedom) < probability);
}

function halve(from: number, until: number, isBelow: (x: number) => boolean): number {
  let [low, high] = [from, until];
  for (let time = 0; time < 100; time += 1) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalBelow(x: number): number {
  let [term, sum] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-17 && odd < 400; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

function studentWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let at = isOdd ? 3 : 2; at <= freedom - 2; at += 2) {
    term *= ((at - 1) / at) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

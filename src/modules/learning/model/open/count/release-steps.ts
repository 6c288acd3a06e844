/** What is counted of learners, in the order in which it is decided what may be printed. */
export const measures = ['people', 'completions', 'certificates', 'began'] as const;
export type Measure = (typeof measures)[number];

/**
 * Within one month: people who began; people who finished for the first time in the year; finished runs, with those of people
 * who had finished before; certificates made.
 */
export type Counts = { readonly [Name in Measure]: number };

/** Months of a year that are told together, 1 to 12. A number is null where it is told with a later step. */
export type Step = { readonly from: number; readonly until: number } & { readonly [Name in Measure]: number | null };

/** Steps of a year so far, and whether something came after the last of them that may not be told yet. */
export interface Released {
  readonly steps: readonly Step[];
  readonly held: boolean;
}

/** Numbers below this one, other than none, are not told of partners, nor can they be worked out (learning design, 5.4). */
export const fewest = 10;

/** Sums since the beginning of the year, as far as they were printed on one occasion. */
type Point = { readonly [Name in Measure]?: number };

const nothing: Counts = { people: 0, completions: 0, certificates: 0, began: 0 };

/**
 * What may be told of a partner in one course: closed months of a year in their order, put together into steps. A step ends as
 * soon as each of began, people and finished runs has grown by none or by at least `least`; until then a month is told with the
 * next one. People are told in every step; another number only when over no span of months so far it, or how far it lies from
 * another one that is told, comes to 1 up to `least` - 1. So whoever keeps every answer there ever was and subtracts them from
 * each other meets no small number. What is told of some months does not depend on later ones.
 */
export function releaseSteps(months: readonly Counts[], least: number = fewest): Released {
  const points: Point[] = [nothing];
  const steps: Step[] = [];
  let [sum, grown, from] = [nothing, nothing, 1];
  for (const [at, counts] of months.entries()) {
    [sum, grown] = [add(sum, counts), add(grown, counts)];
    if (![grown.began, grown.people, grown.completions].every((number) => isSafe(number, least))) continue;
    const point = choosePrinted(points, sum, least);
    steps.push({ from, until: at + 1, ...sinceLast(points, point) });
    points.push(point);
    [grown, from] = [nothing, at + 2];
  }
  return { steps, held: measures.some((measure) => grown[measure] > 0) };
}

/** Which sums may be printed beside those that were printed before. */
function choosePrinted(points: readonly Point[], sum: Counts, least: number): Point {
  let chosen: Point = { people: sum.people };
  for (const measure of measures) {
    const fits = points.every((before) => {
      const start = before[measure];
      if (start === undefined) return true;
      const span = sum[measure] - start;
      const others = measures.flatMap((other) => {
        const [then, now] = [before[other], chosen[other]];
        return then === undefined || now === undefined ? [] : [span - (now - then)];
      });
      return [span, ...others].every((number) => isSafe(number, least));
    });
    if (fits) chosen = { ...chosen, [measure]: sum[measure] };
  }
  return chosen;
}

/** What a point adds to the last one that had the same number. */
function sinceLast(points: readonly Point[], point: Point): { readonly [Name in Measure]: number | null } {
  const growth = (measure: Measure): number | null => {
    const [now, before] = [point[measure], points.findLast((one) => one[measure] !== undefined)?.[measure] ?? 0];
    return now === undefined ? null : now - before;
  };
  return {
    people: growth('people'),
    completions: growth('completions'),
    certificates: growth('certificates'),
    began: growth('began'),
  };
}

/** Adds up what was counted. */
export function add(one: Counts, other: Counts): Counts {
  return {
    people: one.people + other.people,
    completions: one.completions + other.completions,
    certificates: one.certificates + other.certificates,
    began: one.began + other.began,
  };
}

/** None, or so many that nobody can be recognised; of a difference, whichever way it goes. */
export function isSafe(number: number, least: number): boolean {
  return number === 0 || Math.abs(number) >= least;
}

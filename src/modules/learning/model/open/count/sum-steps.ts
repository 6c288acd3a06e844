import type { Measure, Step } from './release-steps.ts';

/** A sum of what is told, and the last month that is in it; 0 while nothing is. */
export interface ToldSum {
  readonly number: number;
  readonly until: number;
}

/** A number over all steps in which it is told: it can be taken apart into nothing but these. */
export function sumSteps(steps: readonly Step[], measure: Measure): ToldSum {
  const told = steps.filter((step) => step[measure] !== null);
  return {
    number: told.reduce((sum, step) => sum + (step[measure] ?? 0), 0),
    until: told.at(-1)?.until ?? 0,
  };
}

/** What is said of a year in one sentence. */
export interface YearInShort {
  readonly people: number;
  /** How many organisations they are of. */
  readonly organisations: number;
  /** Of how many organisations something waits. */
  readonly held: number;
}

/**
 * People who are told of in a year, over all organisations; nobody twice, since a learner has one organisation, and an organisation one
 * route, or others beside it that have a reason.
 */
export function sumYear(
  rows: readonly { readonly name: string; readonly steps: readonly Step[]; readonly held: boolean }[],
): YearInShort {
  const told = rows.map(({ name, steps }) => ({ name, people: sumSteps(steps, 'people').number }));
  const namesOf = (some: readonly { readonly name: string }[]): number => new Set(some.map(({ name }) => name)).size;
  return {
    people: told.reduce((sum, { people }) => sum + people, 0),
    organisations: namesOf(told.filter(({ people }) => people > 0)),
    held: namesOf(rows.filter(({ held }) => held)),
  };
}

/** What organisations told of a year themselves, as far as it may be said; never added to what was counted. */
export function sumTotals(
  totals: readonly { readonly spans: readonly { readonly people: number | null }[] }[],
): Pick<YearInShort, 'people' | 'organisations'> {
  const told = totals.map(({ spans }) => spans.reduce((sum, { people }) => sum + (people ?? 0), 0));
  return {
    people: told.reduce((sum, number) => sum + number, 0),
    organisations: told.filter((number) => number > 0).length,
  };
}

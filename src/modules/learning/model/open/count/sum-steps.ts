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

/** People who are told of in a year, over all organisations; nobody twice, since a learner has one organisation. */
export function sumYear(
  organisations: readonly { readonly steps: readonly Step[]; readonly held: boolean }[],
): YearInShort {
  const people = organisations.map(({ steps }) => sumSteps(steps, 'people').number);
  return {
    people: people.reduce((sum, number) => sum + number, 0),
    organisations: people.filter((number) => number > 0).length,
    held: organisations.filter(({ held }) => held).length,
  };
}

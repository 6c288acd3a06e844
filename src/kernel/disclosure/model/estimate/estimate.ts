import { ok, type Result } from '#platform/base';
import type { DisclosureRefusal } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { askExistence, type ExistenceAsked } from './ask-existence.ts';
import { choosePairs, fitPairs, type Choice, type FittedModel } from './choose-model.ts';
import { z975 } from './normal-two-sided.ts';
import type { Existence } from './find-existence.ts';
import { chapman, countOn, countSeen, listPairs, pairName, type ListTable, type Pair } from './list-table.ts';
import { profileInterval } from './profile-interval.ts';

/** What one model says; without an estimate it says only why not. */
export type ModelEstimate = ModelHead & (ModelNumbers | object);

interface ModelHead {
  readonly method: Choice['method'];
  readonly existence: Existence;
  readonly pairs: readonly string[];
  readonly minusInfinity: readonly string[];
}

interface ModelNumbers {
  /** People on no list, and all people. */
  readonly dark: number;
  readonly N: number;
  readonly intercept: number;
  readonly interceptSE: number;
  readonly deviance: number;
  readonly df: number;
  readonly AIC: number;
  readonly BIC: number;
  readonly wald: readonly [number, number];
  readonly profile: readonly [number, number | null];
}

/** What must be said beside an estimate. */
export type EstimateWarning = 'sparse' | 'no-overlap' | 'spread' | 'few-lists' | 'few-persons';

export interface Estimate {
  readonly seen: number;
  readonly listTotals: Readonly<Record<string, number>>;
  readonly overlaps: Readonly<Record<string, number>>;
  readonly chapman: Readonly<Record<string, number>>;
  readonly models: readonly ModelEstimate[];
  /** From the lowest to the highest of the models that have an estimate; null where none has. */
  readonly range: readonly [number, number] | null;
  readonly warnings: readonly EstimateWarning[];
  /** What must be read beside every estimate, and where it was published. */
  readonly critique: typeof critique;
}

/** Said with every result, in every export and every brief (diplomacy, 4). */
const critique = {
  text: 'Lists are not independent, people differ in how findable they are, and the choice of model moves the answer. Some researchers hold that such data cannot carry these estimates.',
  source: 'https://doi.org/10.1080/23322705.2019.1660952',
} as const;

/**
 * Multiple systems estimation (diplomacy, 4): how many people are on no list, by each of the methods asked for. Never one number: the range
 * over the methods is the answer. With two lists there is Chapman's estimate only.
 */
export function estimate(
  solver: Solver,
  table: ListTable,
  choices: readonly Choice[],
): Result<Estimate, DisclosureRefusal> {
  const models: ModelEstimate[] = [];
  const existenceOf = askExistence(solver);
  for (const choice of table.lists.length < 3 ? [] : choices) {
    const model = estimateModel(existenceOf, table, choice);
    if (!model.ok) return model;
    models.push(model.value);
  }
  const all = models.flatMap((model) => ('N' in model ? [model.N] : []));
  const pairs = listPairs(table);
  const byPair = (of: (pair: Pair) => number) =>
    Object.fromEntries(pairs.map((pair) => [pairName(table, pair), of(pair)]));
  return ok({
    seen: countSeen(table),
    listTotals: Object.fromEntries(table.lists.map((name, list) => [name, countOn(table, [list])])),
    overlaps: byPair((pair) => countOn(table, pair)),
    chapman: byPair((pair) => chapman(table, pair)),
    models,
    range: all.length === 0 ? null : [Math.min(...all), Math.max(...all)],
    warnings: listWarnings(table, all),
    critique,
  });
}

function estimateModel(
  existenceOf: ExistenceAsked,
  table: ListTable,
  choice: Choice,
): Result<ModelEstimate, DisclosureRefusal> {
  const pairs = choosePairs(existenceOf, table, choice);
  if (!pairs.ok) return pairs;
  const existence = existenceOf(table, pairs.value);
  if (!existence.ok) return existence;
  const model = fitPairs(table, pairs.value);
  const { finite, minusInfinity } = model.design;
  const head: ModelHead = {
    method: choice.method,
    existence: existence.value,
    pairs: finite.map((pair) => pairName(table, pair)),
    minusInfinity: minusInfinity.map((pair) => pairName(table, pair)),
  };
  return ok(existence.value === 0 ? { ...head, ...numbersOf(table, pairs.value, model) } : head);
}

function numbersOf(table: ListTable, pairs: readonly Pair[], { design, fit, aic, bic }: FittedModel): ModelNumbers {
  const seen = countSeen(table);
  const intercept = fit.coefficients[0] ?? 0;
  const interceptSE = Math.sqrt(fit.variance(0) ?? 0);
  const dark = Math.exp(intercept);
  const around = (sign: number) => seen + Math.exp(intercept + sign * z975 * interceptSE);
  return {
    ...{ dark, N: seen + dark, intercept, interceptSE, deviance: fit.deviance },
    df: design.combinations.length - fit.coefficients.length,
    ...{ AIC: aic, BIC: bic },
    wald: [around(-1), around(1)],
    profile: profileInterval(table, pairs, dark),
  };
}

/** Below this an overlap tells little, and from so large a share of such pairs on the table is sparse. */
const fewShared = 5;
const sparseShare = 1 / 3;
/** The highest estimate over the lowest from which the choice of model is the message. */
const wideSpread = 1.5;
/** Smaller tables are never published (diplomacy, 4); a command that tests the method warns. */
export const fewestPersons = 150;

function listWarnings(table: ListTable, all: readonly number[]): readonly EstimateWarning[] {
  const shared = listPairs(table).map((pair) => countOn(table, pair));
  const found: readonly (readonly [EstimateWarning, boolean])[] = [
    ['sparse', shared.filter((count) => count < fewShared).length >= sparseShare * shared.length],
    ['no-overlap', shared.includes(0)],
    ['spread', all.length > 0 && Math.max(...all) / Math.min(...all) > wideSpread],
    ['few-lists', table.lists.length <= 3],
    ['few-persons', countSeen(table) < fewestPersons],
  ];
  return found.flatMap(([code, holds]) => (holds ? [code] : []));
}

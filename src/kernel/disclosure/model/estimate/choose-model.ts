import { ok, type Result } from '#platform/base';
import { refuseDisclosure, type DisclosureRefusal } from '../disclosure-refusal.ts';
import { normalTwoSided } from './normal-two-sided.ts';
import { poissonTail } from './poisson-tail.ts';
import type { ExistenceAsked } from './ask-existence.ts';
import { designOf, fitModel, type Design, type Fit } from './fit-model.ts';
import { countOn, countSeen, isOn, listPairs, type ListTable, type Pair } from './list-table.ts';

/** How the pairs of lists are chosen that depend on each other. */
export type Choice =
  | { readonly method: 'main' }
  | { readonly method: 'forward-aic' | 'stepwise'; readonly p: number }
  | { readonly method: 'best-bic' }
  | { readonly method: 'fixed'; readonly pairs: readonly Pair[] };

/** For more lists there are too many models to look at each. */
export const mostListsForBest = 5;

/** Chooses the pairs of a model by a method, in the order in which they were added. */
export function choosePairs(
  existenceOf: ExistenceAsked,
  table: ListTable,
  choice: Choice,
): Result<readonly Pair[], DisclosureRefusal> {
  switch (choice.method) {
    case 'main':
      return ok([]);
    case 'fixed':
      return ok(choice.pairs);
    case 'forward-aic':
      return chooseForward(existenceOf, table, choice.p);
    case 'stepwise':
      return chooseStepwise(existenceOf, table, choice.p);
    case 'best-bic':
      return chooseBest(existenceOf, table);
  }
}

/** A model with its fit and what the two criteria say of it. */
export interface FittedModel {
  readonly design: Design;
  readonly fit: Fit;
  readonly aic: number;
  readonly bic: number;
}

/** Fits a model. A pair at minus infinity counts as a parameter too. */
export function fitPairs(table: ListTable, pairs: readonly Pair[]): FittedModel {
  const design = designOf(table, pairs);
  const fit = fitModel(design);
  const parameters = 1 + table.lists.length + pairs.length;
  return {
    ...{ design, fit },
    aic: -2 * fit.logLikelihood + 2 * parameters,
    bic: -2 * fit.logLikelihood + Math.log(countSeen(table)) * parameters,
  };
}

/**
 * Adds the pair with which AIC is least, again and again. Ends when AIC does not fall, when that pair shares nobody, when its coefficient is
 * not sure enough (Wald, two-sided), and when the larger model has no estimate.
 */
function chooseForward(
  existenceOf: ExistenceAsked,
  table: ListTable,
  p: number,
): Result<readonly Pair[], DisclosureRefusal> {
  let chosen: readonly Pair[] = [];
  let { aic } = fitPairs(table, chosen);
  for (;;) {
    const tried = listPairs(table)
      .filter((pair) => !hasPair(chosen, pair))
      .map((pair) => ({ pair, model: fitPairs(table, [...chosen, pair]) }))
      .toSorted((one, other) => one.model.aic - other.model.aic);
    const [best] = tried;
    if (best === undefined || best.model.aic >= aic || countOn(table, best.pair) === 0) return ok(chosen);
    const next = [...chosen, best.pair];
    const exists = existenceOf(table, next);
    if (!exists.ok) return exists;
    if (exists.value !== 0) return ok(chosen);
    const last = best.model.fit.coefficients.length - 1;
    const variance = best.model.fit.variance(last);
    if (variance === null) return ok(chosen);
    if (normalTwoSided((best.model.fit.coefficients[last] ?? 0) / Math.sqrt(variance)) > p) return ok(chosen);
    chosen = next;
    ({ aic } = best.model);
  }
}

function hasPair(pairs: readonly Pair[], [first, second]: Pair): boolean {
  return pairs.some((pair) => pair[0] === first && pair[1] === second);
}

/**
 * Adds the pair whose overlap is least likely under the model so far, again and again, where the larger model has an estimate (Chan, Silverman
 * and Vincent, 2021, https://arxiv.org/abs/1902.05156).
 */
function chooseStepwise(
  existenceOf: ExistenceAsked,
  table: ListTable,
  p: number,
): Result<readonly Pair[], DisclosureRefusal> {
  let chosen: readonly Pair[] = [];
  for (;;) {
    const { design, fit } = fitPairs(table, chosen);
    const unlikely = listPairs(table)
      .filter((pair) => !hasPair(chosen, pair))
      .map((pair) => {
        const mean = design.combinations.reduce(
          (total, combination, i) => (isOn(combination, pair) ? total + (fit.means[i] ?? 0) : total),
          0,
        );
        return { pair, chance: poissonTail(countOn(table, pair), mean) };
      })
      .filter(({ chance }) => chance < p)
      .toSorted((one, other) => one.chance - other.chance);
    const next = findFirstThatExists(
      existenceOf,
      table,
      unlikely.map(({ pair }) => [...chosen, pair]),
    );
    if (!next.ok) return next;
    if (next.value === null) return ok(chosen);
    chosen = next.value;
  }
}

function findFirstThatExists(
  existenceOf: ExistenceAsked,
  table: ListTable,
  models: readonly (readonly Pair[])[],
): Result<readonly Pair[] | null, DisclosureRefusal> {
  for (const pairs of models) {
    const exists = existenceOf(table, pairs);
    if (!exists.ok) return exists;
    if (exists.value === 0) return ok(pairs);
  }
  return ok(null);
}

/** Of all models with pairs that share somebody, the one with the least BIC that has an estimate. */
function chooseBest(existenceOf: ExistenceAsked, table: ListTable): Result<readonly Pair[], DisclosureRefusal> {
  if (table.lists.length > mostListsForBest) return refuseDisclosure('too-large', 'lists');
  const pairs = listPairs(table).filter((pair) => countOn(table, pair) > 0);
  const models = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
    pairs.filter((_pair, index) => Math.floor(bits / 2 ** index) % 2 === 1),
  );
  const sorted = models
    .map((chosen) => ({ chosen, bic: fitPairs(table, chosen).bic }))
    .toSorted((one, other) => one.bic - other.bic)
    .map(({ chosen }) => chosen);
  const best = findFirstThatExists(existenceOf, table, sorted);
  return best.ok ? ok(best.value ?? []) : best;
}

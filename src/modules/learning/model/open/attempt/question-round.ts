import type { BlockOf, ReleasedBlock } from '../release/released-block.ts';
import { isRight } from './is-right.ts';
import { shuffleBy } from './shuffle-by.ts';

/** The questions of a bank in the order of the scene. */
export function bankOf(blocks: readonly ReleasedBlock[], bank: string): readonly BlockOf<'check'>[] {
  return blocks.filter((block) => block.type === 'check').filter((block) => block.bank === bank);
}

/**
 * The questions of a round: one for each objective, in an order that the seed decides, each the one after that of the round before,
 * so that another one comes wherever there is another. `before` holds the ids of that round's questions; none for the first.
 */
export function drawRound(
  seed: string,
  bank: readonly BlockOf<'check'>[],
  before: readonly string[] = [],
): readonly BlockOf<'check'>[] {
  return [...Map.groupBy(bank, ({ objective }) => objective)].flatMap(([objective, items]) => {
    const order = shuffleBy(`${seed}/${objective ?? ''}`, items);
    const last = order.findIndex(({ id }) => before.some((asked) => asked === id));
    return order[(last + 1) % order.length] ?? [];
  });
}

/** A round as somebody finds it again: being answered, checked, or with its answers shown. */
export interface FoundRound {
  readonly asked: readonly string[];
  readonly at: 'open' | 'checked' | 'shown';
}

/**
 * The round to go on with: the one that was checked or shown last, until others are asked for, also after the page was left; else
 * the first. `shown` holds the ids of a round whose answers were shown after the last answer; null where none was.
 */
export function findRound(
  seed: string,
  bank: readonly BlockOf<'check'>[],
  { answered, shown }: { readonly answered: readonly string[] | null; readonly shown: readonly string[] | null },
): FoundRound {
  const known = (ids: Iterable<string>): readonly string[] =>
    [...ids].filter((id) => bank.some((question) => question.id === id));
  const before = known(readRound(answered ?? []).keys());
  const next = drawRound(seed, bank, before).map(({ id }) => id);
  if (shown !== null) {
    const asked = known(shown);
    // Before it was kept which ones were shown, they can only have been those that came next.
    return { asked: asked.length > 0 ? asked : next, at: 'shown' };
  }
  return before.length > 0 ? { asked: before, at: 'checked' } : { asked: next, at: 'open' };
}

/** How an answer to a whole round is kept, and read again: what was chosen, by question. */
export function writeRound(chosen: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...chosen].flatMap(([question, options]) => options.map((option) => `${question}=${option}`));
}

/** What was chosen in a round that was kept, by question. */
export function readRound(answer: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const pairs = answer.map((one) => {
    const at = one.indexOf('=');
    return { question: one.slice(0, Math.max(0, at)), option: one.slice(at + 1) };
  });
  const grouped = Map.groupBy(pairs, ({ question }) => question);
  return new Map([...grouped].map(([question, found]) => [question, found.map(({ option }) => option)]));
}

/** How many questions of a round were answered right. */
export function rightInRound(bank: readonly BlockOf<'check'>[], answer: readonly string[]): number {
  const chosen = readRound(answer);
  return bank.filter((question) => {
    const found = chosen.get(question.id);
    return found !== undefined && isRight(question, found);
  }).length;
}

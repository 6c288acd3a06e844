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

import type { BlockOf } from '../release/released-block.ts';
import { pairIn } from './is-right.ts';

/** One choice on a way that was taken. */
export interface TakenStep {
  readonly node: string;
  readonly choice: string;
}

/** Where somebody is in a decision, and how they came there. */
export interface DecisionPath {
  readonly steps: readonly TakenStep[];
  /** A node, or an ending. */
  readonly at: string;
}

/** Follows what was kept (`node:choice`) for as long as it fits the decision: a changed course may know less. */
export function decisionPath({ start, nodes }: BlockOf<'decision'>, kept: readonly string[]): DecisionPath {
  const steps: TakenStep[] = [];
  let at = start;
  for (const one of kept) {
    const [node, choice] = pairIn(one);
    const taken = nodes.find(({ id }) => id === at)?.choices.find(({ id }) => id === choice);
    if (node !== at || taken === undefined) break;
    steps.push({ node, choice });
    at = taken.goto;
  }
  return { steps, at };
}

/** The ending that a way came to; null on the way. */
export function endingOf(decision: BlockOf<'decision'>, kept: readonly string[]): string | null {
  const { at } = decisionPath(decision, kept);
  return decision.endings.some(({ id }) => id === at) ? at : null;
}

/** The shortest way to a safe ending, as it is kept. */
export function safeWay({ start, nodes, endings }: BlockOf<'decision'>): readonly string[] {
  const safe = new Set<string>(endings.filter(({ outcome }) => outcome === 'safe').map(({ id }) => id));
  let front: readonly { readonly at: string; readonly way: readonly string[] }[] = [{ at: start, way: [] }];
  for (const { length } = nodes; front.length > 0 && (front[0]?.way.length ?? 0) <= length;) {
    const there = front.find(({ at }) => safe.has(at));
    if (there) return there.way;
    front = front.flatMap(({ at, way }) =>
      (nodes.find(({ id }) => id === at)?.choices ?? []).map(({ id, goto }) => ({
        at: goto,
        way: [...way, `${at}:${id}`],
      })),
    );
  }
  return [];
}

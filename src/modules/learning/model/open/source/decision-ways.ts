import type { PartId } from './part-id.ts';

/** The bones of a decision: what leads where. */
export interface DecisionBones {
  readonly start: string;
  readonly nodes: readonly {
    readonly id: PartId;
    readonly choices: readonly { readonly id: PartId; readonly goto: string }[];
  }[];
  readonly endings: readonly { readonly id: PartId }[];
}

/** One choice on a way. */
export interface DecisionStep {
  readonly node: string;
  readonly choice: string;
}

/** A way from the start to an ending. */
export interface DecisionWay {
  readonly steps: readonly DecisionStep[];
  readonly ending: string;
}

/** More steps than these lose the learner. */
export const mostSteps = 5;

/**
 * Every way from the start to an ending in at most `mostSteps` choices, and whether some way goes on longer than that: in a
 * circle, or only too long. What leads nowhere has no way.
 */
export function decisionWays(decision: DecisionBones): {
  readonly ways: readonly DecisionWay[];
  readonly tooLong: boolean;
} {
  const endings = new Set<string>(decision.endings.map(({ id }) => id));
  const ways: DecisionWay[] = [];
  let tooLong = false;
  const walk = (at: string, steps: readonly DecisionStep[]): void => {
    if (endings.has(at)) {
      ways.push({ steps, ending: at });
      return;
    }
    if (steps.length >= mostSteps) {
      tooLong = true;
      return;
    }
    for (const { id, goto } of choicesAt(decision, at)) walk(goto, [...steps, { node: at, choice: id }]);
  };
  walk(decision.start, []);
  return { ways, tooLong };
}

/** What can be chosen at a place; nothing at an ending. */
export function choicesAt(decision: DecisionBones, place: string): DecisionBones['nodes'][number]['choices'] {
  return decision.nodes.find(({ id }) => id === place)?.choices ?? [];
}

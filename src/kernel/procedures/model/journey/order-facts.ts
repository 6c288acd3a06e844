import { canonicalJson } from '#platform/base';
import type { Fact, Issue } from '../answer.ts';
import type { FactRule } from '../pack.ts';
import { numberOfDay } from '../term/day-number.ts';

/** A fact that counts, with its day as a number and its fields with their defaults. */
export interface Entry {
  readonly fact: Fact;
  readonly name: string;
  readonly day: number;
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** Its place in the order of the facts that were permitted, once the journey has come to it. */
  place: number;
  /** The kind of permit this fact gave, once the journey has come to it. */
  permitKind?: string;
}

export interface OrderedFacts {
  readonly entries: readonly Entry[];
  readonly issues: readonly Issue[];
  readonly pending: readonly Fact[];
  readonly corrected: readonly { readonly fact: Fact; readonly by: string | null }[];
}

interface Known {
  readonly fact: Fact;
  readonly rule: FactRule & { readonly rank: number };
  text: string | null;
}

/**
 * From a list to an order: facts not yet known are left out, replaced and void ones set aside, those after
 * the day asked wait, doubles and contradictions do not count. The order of the list never matters.
 */
export function orderFacts(
  rules: ReadonlyMap<string, FactRule & { readonly rank: number }>,
  facts: readonly Fact[],
  on: string,
  knownOn: string | undefined,
): OrderedFacts {
  const known = facts.filter((fact) => knownOn === undefined || (fact.recorded ?? fact.on) <= knownOn);
  const sorted = known
    .flatMap((fact): readonly Known[] => {
      const rule = rules.get(fact.fact);
      return rule === undefined ? [] : [{ fact, rule, text: null }];
    })
    .toSorted(compare);
  const replacedBy = new Map<string | undefined, string | null>();
  for (const { fact } of sorted) {
    if (fact.replaces !== undefined && !replacedBy.has(fact.replaces)) replacedBy.set(fact.replaces, fact.id ?? null);
  }
  const corrected: { fact: Fact; by: string | null }[] = [];
  const remaining: Known[] = [];
  for (const item of sorted) {
    const by = replacedBy.get(item.fact.id);
    if (by !== undefined) corrected.push({ fact: item.fact, by });
    else if (item.fact.void !== true) remaining.push(item);
  }
  const present = remaining.filter(({ fact }) => fact.on <= on);
  const { counting, issues } = settleDoubles(present);
  return {
    entries: counting.map(toEntry),
    issues,
    pending: remaining.filter(({ fact }) => fact.on > on).map(({ fact }) => fact),
    corrected,
  };
}

function compare(left: Known, right: Known): number {
  if (left.fact.on !== right.fact.on) return left.fact.on < right.fact.on ? -1 : 1;
  // What is the same in every word may stand in either order.
  return left.rule.rank - right.rule.rank || (textOf(left) < textOf(right) ? -1 : 1);
}

function textOf(item: Known): string {
  item.text ??= canonicalJson(given(item.fact, new Set()));
  return item.text;
}

function given(fact: Fact, without: ReadonlySet<string>): Record<string, string | boolean> {
  const members: Record<string, string | boolean> = {};
  for (const [key, value] of Object.entries(fact)) if (value !== undefined && !without.has(key)) members[key] = value;
  return members;
}

const besides = new Set(['id', 'recorded', 'replaces', 'note', 'void']);

function settleDoubles(present: readonly Known[]): {
  readonly counting: readonly Known[];
  readonly issues: readonly Issue[];
} {
  const groups = new Map<string, Known[]>();
  for (const item of present) {
    const key = `${item.fact.on} ${item.fact.fact}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const counting: Known[] = [];
  const issues: Issue[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) counting.push(...group);
    else settleGroup(group, counting, issues);
  }
  return { counting, issues };
}

function settleGroup(group: readonly Known[], counting: Known[], issues: Issue[]): void {
  const seen = new Set<string>();
  const distinct: Known[] = [];
  for (const item of group) {
    const key = canonicalJson(given(item.fact, besides));
    if (seen.has(key)) issues.push({ code: 'duplicate', fact: item.fact });
    else distinct.push(item);
    seen.add(key);
  }
  if (distinct.length === 1 || distinct.every(({ rule }) => rule.repeats === true)) counting.push(...distinct);
  else for (const { fact } of distinct) issues.push({ code: 'contradiction', fact });
}

function toEntry({ fact, rule }: Known): Entry {
  const fields: Record<string, string | boolean> = given(fact, new Set());
  for (const { name, default: value } of rule.fields)
    if (value !== undefined) fields[name] ??= value === 'on' ? fact.on : value;
  return { fact, name: fact.fact, day: numberOfDay(fact.on), fields, place: 0 };
}

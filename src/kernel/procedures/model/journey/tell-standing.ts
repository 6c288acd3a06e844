import type { Obligation, Right } from '../answer.ts';
import type { StandingRule } from '../pack.ts';
import { say, textsOf, wordedKey } from '../say.ts';
import { sourcesOf } from './index-of.ts';
import { holds } from './holds.ts';
import type { PackIndex, View } from './view.ts';

/** What holds now: the first rule of each right whose condition holds. */
export function tellRights(view: View): readonly Right[] {
  return told(view, ({ pack }) => pack.rights).map(({ index, rule }) => {
    const allowed = rule.allowed ?? true;
    const texts = textsOf(index.pack, view.language);
    return {
      id: rule.id,
      allowed,
      ...(rule.basis === undefined ? {} : { basis: rule.basis }),
      ...wordsOf(rule),
      text: say(texts, wordedKey(`right.${rule.id}${allowed ? '' : '.not'}`, rule.words)),
      sources: sourcesOf(index.pack, rule),
      confidence: rule.confidence,
    };
  });
}

/** What is asked of the person now. */
export function tellObligations(view: View): readonly Obligation[] {
  return told(view, ({ pack }) => pack.obligations).map(({ index, rule }) => ({
    id: rule.id,
    ...wordsOf(rule),
    text: say(textsOf(index.pack, view.language), wordedKey(`obligation.${rule.id}`, rule.words)),
    sources: sourcesOf(index.pack, rule),
    confidence: rule.confidence,
  }));
}

function wordsOf({ words }: StandingRule): { readonly words?: string } {
  return words === undefined ? {} : { words };
}

function told(
  view: View,
  rulesOf: (index: PackIndex) => readonly StandingRule[],
): readonly { readonly index: PackIndex; readonly rule: StandingRule }[] {
  const seen = new Set<string>();
  return view.packs.flatMap((index) =>
    rulesOf(index).flatMap((rule) => {
      if (seen.has(rule.id) || (rule.when !== undefined && !holds(view, rule.when, { index }))) return [];
      seen.add(rule.id);
      return [{ index, rule }];
    }),
  );
}

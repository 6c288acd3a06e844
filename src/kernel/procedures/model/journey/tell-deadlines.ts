import type { Deadline, TermStep } from '../answer.ts';
import type { PackTexts } from '../pack.ts';
import { say, textsOf, wordedKey } from '../say.ts';
import { sourcesOf } from './index-of.ts';
import type { DatedRule, PackIndex, View } from './view.ts';

/** Every dated rule of every pack, by `due`, then id. */
export function tellDeadlines(view: View): readonly Deadline[] {
  return view.packs
    .flatMap((index) =>
      [...index.deadlines.keys()].flatMap((ref) =>
        view.datedRules(view, index, ref).map((dated) => tellDeadline(index, dated, view.language)),
      ),
    )
    .toSorted(byDueThenId);
}

/** A trigger gives one date of a ref, so no two have one id. */
function byDueThenId(left: Deadline, right: Deadline): number {
  return (left.due === right.due ? left.id < right.id : left.due < right.due) ? -1 : 1;
}

function tellDeadline(index: PackIndex, dated: DatedRule, language: string): Deadline {
  const { rule, trigger, reckoned } = dated;
  const texts = textsOf(index.pack, language);
  return {
    id: `${rule.ref}:${trigger.name}:${trigger.fact.on}${dated.suffix}`,
    ref: rule.ref,
    ...(rule.words === undefined ? {} : { words: rule.words }),
    pack: index.pack.id,
    title: say(texts, wordedKey(`deadline.${rule.ref}`, rule.words)),
    due: dated.due,
    nominalDue: reckoned.nominalDue,
    kind: rule.kind,
    sense: rule.sense,
    addressee: rule.addressee,
    state: dated.state,
    ...(dated.metOn === null ? {} : { metOn: dated.metOn }),
    trigger: { fact: trigger.name, on: trigger.fact.on },
    steps: stepsOf(dated, texts),
    sources: sourcesOf(index.pack, rule),
    confidence: dated.confidence,
  };
}

function stepsOf({ rule, reckoned, due }: DatedRule, texts: PackTexts): readonly TermStep[] {
  const { steps } = reckoned.term;
  if (!reckoned.printed && rule.sense !== 'from') return steps;
  const end: TermStep = {
    code: 'end',
    date: due.slice(0, 10),
    text: say(texts, rule.sense === 'from' ? 'step.end-from' : 'step.end', { day: due }),
  };
  const printed: readonly TermStep[] = reckoned.printed
    ? [{ code: 'printed', date: due, text: say(texts, 'step.printed', { day: due }) }]
    : [];
  return [...steps.filter(({ code }) => code !== 'end'), ...printed, end];
}

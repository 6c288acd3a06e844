import { clauseOf, conditionSentence } from './say-condition.ts';
import type { GuardRule, NextRule } from '../../pack.ts';
import type { PackSentence } from './pack-document.ts';
import {
  datesOf,
  factsOf,
  guardOf,
  itemsOf,
  named,
  quoted,
  sentence,
  stageOf,
  stagesOf,
  type PackTeller,
} from './pack-teller.ts';
import { looseDraft, sourcedDraft, type RuleDraft } from './rule-draft.ts';

/** The steps that can be taken next, each with what it asks. */
export function describeSteps(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.next.map((rule, place) => {
    const { t } = teller;
    const values = {
      by: quoted(teller, `fact.${rule.by}`),
      to: rule.to === null ? '' : stageOf(teller, rule.track, rule.to),
      stages: rule.in === 'any' ? '' : stagesOf(teller, rule.track, rule.in),
    };
    const way = rule.in === 'any' ? (rule.to === null ? 'any' : 'anyTo') : rule.to === null ? 'inStay' : 'in';
    return sourcedDraft(teller, rule, {
      covers: [`next.${String(place)}`],
      title: t(rule.to === null ? 'procedures.steps.stayTitle' : 'procedures.steps.title', values),
      sentences: [sentence(t(`procedures.steps.${way}`, values)), ...whatItAsks(teller, rule)],
    });
  });
}

function whatItAsks(teller: PackTeller, { route, when, guards }: NextRule): readonly PackSentence[] {
  const { t } = teller;
  return [
    ...(route === undefined
      ? []
      : [sentence(t('procedures.steps.route', { route: quoted(teller, `choice.${route}`) }))]),
    ...(when === undefined ? [] : [conditionSentence(teller, 'condition', when)]),
    guards.length === 0
      ? sentence(t('procedures.steps.asksNothing'))
      : { text: t('procedures.steps.asks'), items: itemsOf(guards.map((guard) => guardOf(teller, guard))) },
  ];
}

/** What steps ask: when each is met, or that evidence decides. */
export function describeGuards(teller: PackTeller): readonly RuleDraft[] {
  return teller.pack.guards.map((guard, place) =>
    looseDraft({
      covers: [`guards.${String(place)}`],
      code: guard.id,
      askedAs: `guard ${guard.id}`,
      title: named(teller, `guard.${guard.name ?? guard.id}`),
      sentences: guardSentences(teller, guard),
      rule: guard,
    }),
  );
}

function guardSentences(teller: PackTeller, guard: GuardRule): readonly PackSentence[] {
  const { t } = teller;
  if ('dueOn' in guard) {
    const date = datesOf(teller, [guard.dueOn]);
    return [
      sentence(
        guard.onDayOf === undefined
          ? t('procedures.guards.dueOn', { date })
          : t('procedures.guards.dueOnDayOf', { date, facts: factsOf(teller, guard.onDayOf, 'or') }),
      ),
    ];
  }
  return [
    'toShow' in guard ? sentence(t('procedures.guards.toShow')) : conditionSentence(teller, 'met', guard.met),
    ...(guard.onlyIf === undefined
      ? []
      : [
          sentence(
            t('procedures.holds.one', { lead: t('procedures.lead.asked'), clause: clauseOf(teller, guard.onlyIf) }),
          ),
        ]),
  ];
}

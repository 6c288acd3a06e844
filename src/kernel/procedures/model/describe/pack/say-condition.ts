import { exhaustive } from '#platform/base';
import type { Condition, Pack } from '../../pack.ts';
import type { PackSentence } from './pack-document.ts';
import {
  datesOf,
  dayOf,
  factOf,
  factsOf,
  guardOf,
  kindsOf,
  listed,
  quoted,
  stagesOf,
  trackOf,
  valueOf,
  type PackTeller,
} from './pack-teller.ts';

type Lead = 'condition' | 'met' | 'asked' | 'warns';

/** A condition as a sentence after its lead; several parts stand one below the other, as deep as the condition goes. */
export function conditionSentence(teller: PackTeller, lead: Lead, condition: Condition): PackSentence {
  const { t } = teller;
  const told = t(`procedures.lead.${lead}`);
  const parts = partsOf(condition, false);
  if (parts === null) return { text: t('procedures.holds.one', { lead: told, clause: clauseOf(teller, condition) }) };
  return {
    text: t(parts.all ? 'procedures.holds.all' : 'procedures.holds.any', { lead: told }),
    items: parts.of.map(({ part, not }) => itemOf(teller, part, not)),
  };
}

function itemOf(teller: PackTeller, condition: Condition, not: boolean): PackSentence {
  const parts = partsOf(condition, not);
  if (parts === null) return { text: clauseOf(teller, condition, not) };
  return {
    text: teller.t(parts.all ? 'procedures.holds.itemAll' : 'procedures.holds.itemAny'),
    items: parts.of.map((one) => itemOf(teller, one.part, one.not)),
  };
}

interface Parts {
  /** Whether all must hold, or one of them. */
  readonly all: boolean;
  readonly of: readonly { readonly part: Condition; readonly not: boolean }[];
}

/** The parts of what is joined; "not all of these" is "one of these does not". Null for what is not joined. */
function partsOf(condition: Condition, not: boolean): Parts | null {
  if ('not' in condition) return partsOf(condition.not, !not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return partsOf(only, not);
  return parts.length === 0 ? null : { all: 'all' in condition !== not, of: parts.map((part) => ({ part, not })) };
}

/** A condition, or that it does not hold, as a clause. */
export function clauseOf(teller: PackTeller, condition: Condition, not = false): string {
  if ('not' in condition) return clauseOf(teller, condition.not, !not);
  if (!('all' in condition || 'any' in condition)) return leafOf(teller, condition, not);
  const clauses = ('all' in condition ? condition.all : condition.any).map((part) => clauseOf(teller, part, not));
  // "Not all of these" is "one of these does not".
  const join = 'all' in condition === not ? 'procedures.holds.nestedOr' : 'procedures.holds.nestedAnd';
  const told = clauses.reduce((left, right) => teller.t(join, { left, right }));
  return clauses.length === 1 ? told : teller.t('procedures.holds.nested', { clauses: told });
}

/** A clause whose opposite has no words of its own. */
function eitherWay({ t }: PackTeller, clause: string, not: boolean): string {
  return not ? t('procedures.holds.not', { clause }) : clause;
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

function leafOf(teller: PackTeller, condition: Leaf, not: boolean): string {
  const { t } = teller;
  if ('fact' in condition) return factClause(teller, condition, not);
  if ('trigger' in condition)
    return t(not ? 'procedures.holds.noTrigger' : 'procedures.holds.trigger', {
      facts: factsOf(teller, condition.trigger, 'or'),
    });
  if ('triggerFrom' in condition)
    return t(not ? 'procedures.holds.noTriggerFrom' : 'procedures.holds.triggerFrom', {
      day: dayOf(teller, condition.triggerFrom),
    });
  if ('askedFrom' in condition)
    return t(not ? 'procedures.holds.noAskedFrom' : 'procedures.holds.askedFrom', {
      day: dayOf(teller, condition.askedFrom),
    });
  if ('parameter' in condition) return parameterClause(teller, condition, not);
  if ('track' in condition) return eitherWay(teller, stageClause(teller, condition), not);
  if ('permit' in condition)
    return eitherWay(teller, t('procedures.holds.permit', { kinds: kindsOf(teller, condition.permit) }), not);
  if ('permitIs' in condition) return eitherWay(teller, t(`procedures.holds.${condition.permitIs}`), not);
  if ('guard' in condition)
    return t(not ? 'procedures.holds.noGuard' : 'procedures.holds.guard', { guard: guardOf(teller, condition.guard) });
  return dateOrPaperClause(teller, condition, not);
}

type DateOrPaper = Exclude<
  Leaf,
  | { fact: unknown }
  | { trigger: unknown }
  | { triggerFrom: unknown }
  | { askedFrom: unknown }
  | { parameter: unknown }
  | { track: unknown }
  | { permit: unknown }
  | { permitIs: unknown }
  | { guard: unknown }
>;

function dateOrPaperClause(teller: PackTeller, condition: DateOrPaper, not: boolean): string {
  const { t } = teller;
  if ('within' in condition)
    return t(not ? 'procedures.holds.notWithin' : 'procedures.holds.within', {
      date: datesOf(teller, [condition.within]),
    });
  if ('deadline' in condition) return dateClause(teller, condition, not);
  if ('meets' in condition)
    return t(not ? 'procedures.holds.meetsNone' : 'procedures.holds.meets', {
      dates: datesOf(teller, condition.meets),
    });
  if ('missedBefore' in condition)
    return t(not ? 'procedures.holds.noneMissedBefore' : 'procedures.holds.missedBefore', {
      dates: datesOf(teller, condition.missedBefore),
    });
  if ('held' in condition)
    return t(not ? 'procedures.holds.notHeld' : 'procedures.holds.held', {
      count: condition.held.length,
      documents: listed(
        teller,
        condition.held.map((id) => quoted(teller, `document.${id}`)),
        not ? 'and' : 'or',
      ),
    });
  if ('routeOpen' in condition)
    return t(condition.routeOpen === not ? 'procedures.holds.noRouteOpen' : 'procedures.holds.routeOpen');
  if ('late' in condition)
    return eitherWay(teller, t('procedures.holds.late', { facts: factsOf(teller, condition.late, 'or') }), not);
  if ('backdated' in condition) {
    const field = quoted(teller, `field.${condition.backdated}`);
    return eitherWay(teller, t('procedures.holds.backdated', { field }), not);
  }
  if ('without' in condition) {
    const [first, before] = [condition.beforeFirst, condition.without].map((facts) => factsOf(teller, facts, 'or'));
    return eitherWay(teller, t('procedures.holds.without', { first: first ?? '', before: before ?? '' }), not);
  }
  return exhaustive(condition);
}

function factClause(teller: PackTeller, condition: Extract<Condition, { fact: unknown }>, not: boolean): string {
  const { t } = teller;
  const { fact, unlessLater, atLeast, from } = condition;
  const isPlain = unlessLater === undefined && from === undefined;
  // "Not at least once" is "did not happen".
  if (not && isPlain && (atLeast ?? 1) === 1)
    return t('procedures.holds.noFact', { count: fact.length, facts: factsOf(teller, fact, 'and') });
  const facts = factsOf(teller, fact, 'or');
  const happened =
    atLeast !== undefined && atLeast > 1
      ? t('procedures.holds.factAtLeast', { facts, times: atLeast })
      : t('procedures.holds.fact', { facts });
  const since =
    unlessLater === undefined
      ? happened
      : t('procedures.holds.factUnlessLater', {
          clause: happened,
          count: unlessLater.length,
          later: factsOf(teller, unlessLater, 'and'),
        });
  const dated =
    from === undefined ? since : t('procedures.holds.factFrom', { clause: since, day: dayOf(teller, from) });
  return eitherWay(teller, dated, not);
}

function parameterClause(
  teller: PackTeller,
  { parameter, is }: Extract<Condition, { parameter: unknown }>,
  not: boolean,
): string {
  const name = quoted(teller, `parameter.${parameter}`);
  if (typeof is === 'boolean')
    return teller.t(is === not ? 'procedures.holds.noParameter' : 'procedures.holds.parameter', { name });
  const value = teller.t('procedures.quoted', { text: valueOf(teller, is) });
  return teller.t(not ? 'procedures.holds.noChoice' : 'procedures.holds.choice', { name, value });
}

function stageClause(teller: PackTeller, { track, stage, outcome }: Extract<Condition, { track: unknown }>): string {
  const values = {
    track: teller.t('procedures.quoted', { text: trackOf(teller, track) }),
    stages: stagesOf(teller, track, stage),
  };
  if (outcome === undefined) return teller.t('procedures.holds.stage', values);
  const causes = listed(teller, causesOf(teller, teller.pack, track, outcome), 'or');
  return teller.t('procedures.holds.stageAfter', { ...values, causes });
}

/** What leads to an outcome: it has no words of its own, so it is told by the facts and dates that bring it about. */
function causesOf(teller: PackTeller, pack: Pack, track: string, outcomes: readonly string[]): readonly string[] {
  const rule = pack.tracks.find(({ id }) => id === track);
  const moved = (rule?.transitions ?? []).flatMap(({ by, outcome }) => {
    if (outcome === undefined) return [];
    if (typeof outcome === 'string') return outcomes.includes(outcome) ? by.map((fact) => factOf(teller, fact)) : [];
    return by.flatMap((fact) => {
      const choices = pack.facts
        .find(({ name }) => name === fact.name)
        ?.fields.find(({ name }) => name === outcome.field)?.choices;
      const values = outcomes.filter((value) => choices?.includes(value));
      return values.length === 0
        ? []
        : [factOf(teller, { ...fact, where: { ...fact.where, [outcome.field]: values } })];
    });
  });
  const timed = (rule?.timers ?? []).flatMap(({ after, outcome }) =>
    outcome !== undefined && outcomes.includes(outcome) ? [datesOf(teller, after)] : [],
  );
  return [...new Set([...moved, ...timed])];
}

function dateClause(teller: PackTeller, condition: Extract<Condition, { deadline: unknown }>, not: boolean): string {
  const { deadline, state, of, latest } = condition;
  const { t } = teller;
  const states = listed(
    teller,
    state.map((one) => t(`procedures.state.${one}`)),
    'or',
  );
  const values = {
    dates: datesOf(teller, deadline),
    states,
    facts: of === undefined ? '' : factsOf(teller, of, 'or'),
  };
  const which = latest === true ? (not ? 'noLatestDate' : 'latestDate') : not ? 'noDate' : 'date';
  return t(`procedures.holds.${which}${of === undefined ? '' : 'Of'}`, values);
}

import { wordedKey } from '../../say.ts';
import { parsePeriod } from '../../term/period.ts';
import type { DeadlineRule, StopRule } from '../../pack.ts';
import { clauseOf, conditionSentence } from './say-condition.ts';
import type { PackSentence } from './pack-document.ts';
import {
  datesOf,
  factOf,
  factsOf,
  fieldsOf,
  itemsOf,
  kindsOf,
  named,
  periodOf,
  sentence,
  stageOf,
  type PackTeller,
} from './pack-teller.ts';
import { anchorOf, sourcedDraft, withOwnAnchors, type RuleDraft } from './rule-draft.ts';
import { whenMissed } from './when-missed.ts';

/** Every dated rule of a pack. Its anchor is its name; several rules of one name are numbered. */
export function describeDates(teller: PackTeller): readonly RuleDraft[] {
  return withOwnAnchors(
    teller.pack.deadlines.map((rule, place) => ({
      ...describeDate(teller, rule, `deadlines.${String(place)}`),
      anchor: anchorOf(rule.ref),
    })),
  );
}

function describeDate(teller: PackTeller, rule: DeadlineRule, place: string): RuleDraft {
  return sourcedDraft(teller, rule, {
    covers: [place],
    code: rule.ref,
    askedAs: `date ${rule.ref}`,
    title: titleOf(teller, rule),
    sentences: [
      ...beginning(teller, rule),
      ...lengthOf(teller, rule),
      ...countingOf(teller, rule),
      // What becomes possible from a day cannot be missed.
      ...(rule.sense === 'from' && rule.kind === 'hard'
        ? []
        : [sentence(teller.t(`procedures.dates.kind.${rule.kind}`))]),
      ...(rule.sense === 'from' ? [] : [sentence(teller.t(`procedures.dates.whom.${rule.addressee}`))]),
      ...meetingOf(teller, rule),
      ...growingOf(teller, rule),
      ...stoppingOf(teller, rule),
      ...sureness(teller, rule),
      ...whenMissed(teller, rule),
    ],
  });
}

/** The name of a date; where several rules carry it, also what this one begins with. */
function titleOf(teller: PackTeller, { ref, words, trigger }: DeadlineRule): string {
  const title = named(teller, wordedKey(`deadline.${ref}`, words));
  if (teller.pack.deadlines.filter((other) => other.ref === ref).length === 1) return title;
  const begins =
    'fact' in trigger
      ? factsOf(teller, trigger.fact, 'or')
      : kindsOf(teller, 'permit' in trigger ? trigger.permit : trigger.run);
  return teller.t('procedures.dates.titleAfter', { title, begins });
}

function beginning(teller: PackTeller, rule: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  const { trigger, when, onlyIfMissed } = rule;
  return [
    sentence(beginsWith(teller, trigger)),
    ...(when === undefined ? [] : [conditionSentence(teller, 'condition', when)]),
    ...(onlyIfMissed === undefined
      ? []
      : [sentence(t('procedures.dates.onlyIfMissed', { date: datesOf(teller, [onlyIfMissed]) }))]),
    sentence(countedFrom(teller, rule)),
  ];
}

function beginsWith(teller: PackTeller, trigger: DeadlineRule['trigger']): string {
  const { t } = teller;
  if ('permit' in trigger) return t('procedures.dates.beginsPermit', { kinds: kindsOf(teller, trigger.permit) });
  if ('run' in trigger) return t('procedures.dates.beginsRun', { kinds: kindsOf(teller, trigger.run) });
  const facts = factsOf(teller, trigger.fact, 'or');
  if (trigger.first === true) return t('procedures.dates.beginsFirst', { facts });
  return t(trigger.timed === true ? 'procedures.dates.beginsTimed' : 'procedures.dates.begins', { facts });
}

function countedFrom(teller: PackTeller, { from, trigger }: DeadlineRule): string {
  const { t } = teller;
  if ('permit' in from) return t(`procedures.dates.fromPermit.${from.permit}`);
  if ('due' in from)
    return t('procedures.dates.fromDue', {
      date: datesOf(teller, [from.due]),
      facts: factsOf(teller, from.of, 'or'),
    });
  if ('fact' in trigger && trigger.timed === true) return t('procedures.dates.fromFact.timed');
  const asked = from.field.filter((field) => field !== 'on');
  return asked.length === 0
    ? t('procedures.dates.fromFact')
    : t('procedures.dates.fromFields', { fields: fieldsOf(teller, asked) });
}

function lengthOf(teller: PackTeller, { terms, count, repeats }: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  const [first] = terms;
  const told =
    terms.length === 1 && first !== undefined && first.when === undefined
      ? sentence(
          t(count === 'back' ? 'procedures.dates.lengthBack' : 'procedures.dates.length', {
            period: periodOf(teller, first.term),
          }),
        )
      : {
          text: t('procedures.dates.lengths'),
          items: itemsOf(
            terms.map(({ when, term }) =>
              when === undefined
                ? t('procedures.dates.lengthElse', { period: periodOf(teller, term) })
                : t('procedures.dates.lengthWhen', { period: periodOf(teller, term), clause: clauseOf(teller, when) }),
            ),
          ),
        };
  if (repeats === undefined || first === undefined) return [told];
  const values = {
    period: periodOf(teller, first.term).replace(/^1 /, ''),
    stage: stageOf(teller, repeats.track, repeats.stage),
    dates: datesOf(teller, repeats.within),
  };
  return [told, sentence(t('procedures.dates.repeats', values))];
}

/** Which day is the first, what a month without that day does, and whether the last day is moved. */
function countingOf(teller: PackTeller, rule: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  const units = new Set(rule.terms.map(({ term }) => parsePeriod(term)?.unit));
  const inHours = units.has('hours');
  const inMonths = units.has('months') || units.has('years');
  const clip = rule.count === 'same-day' ? 'up' : rule.clip;
  return [
    ...(inHours || rule.count === 'back' ? [] : [sentence(t(`procedures.dates.count.${rule.count}`))]),
    ...(inMonths && rule.count !== 'same-day' ? [sentence(t(`procedures.dates.clip.${clip}`))] : []),
    ...[...new Set(rule.terms.map(({ term }) => movingOf(teller, rule, term)))].map(sentence),
    ...(rule.printed === undefined
      ? []
      : [sentence(t('procedures.dates.printed', { field: fieldsOf(teller, [rule.printed]) }))]),
  ];
}

function movingOf(teller: PackTeller, { rule, count }: DeadlineRule, term: string): string {
  const { t } = teller;
  const counting = teller.pack.calendar.rules.find(({ id }) => id === rule);
  const period = parsePeriod(term);
  if (period?.unit === 'hours') return t('procedures.dates.hours');
  if (counting === undefined || period === null || !counting.moves) return t('procedures.dates.plain');
  const source = (part: string): string => counting.sources?.[part] ?? '';
  if (counting.longest !== undefined && period.amount > counting.longest[period.unit])
    return t('procedures.dates.tooLong', { period: periodOf(teller, term), source: source('longest') });
  if (count === 'back') return t('procedures.dates.backUnmoved', { source: source('back') });
  return t('procedures.dates.moves', { source: source('moves') });
}

function meetingOf(teller: PackTeller, rule: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  const { met, superseded, sense, post, givesWayTo } = rule;
  const facts = factsOf(teller, met, 'or');
  return [
    ...(sense === 'from' ? [sentence(t('procedures.dates.met.from'))] : []),
    ...(met.length === 0
      ? []
      : [
          sentence(
            sense === 'from' ? t('procedures.dates.metAlso', { facts }) : t(`procedures.dates.met.${sense}`, { facts }),
          ),
        ]),
    ...(post === undefined
      ? []
      : [sentence(t('procedures.dates.post', { field: fieldsOf(teller, [post.field]), days: post.days }))]),
    ...(superseded.length === 0
      ? []
      : [sentence(t('procedures.dates.ended', { facts: factsOf(teller, superseded, 'or') }))]),
    ...(givesWayTo === undefined
      ? []
      : [sentence(t('procedures.dates.givesWay', { date: datesOf(teller, [givesWayTo]) }))]),
  ];
}

/** What makes a decision term longer. */
function growingOf(teller: PackTeller, rule: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  const { lengthened, standsStill, adjourned } = rule;
  const told: string[] = [];
  if (lengthened !== undefined)
    told.push(
      t('procedures.dates.lengthened', {
        fact: factOf(teller, lengthened.by),
        field: fieldsOf(teller, [lengthened.field]),
        facts: factsOf(teller, lengthened.until, 'or'),
      }),
      ...(isMoved(teller, rule) ? [t('procedures.dates.lengthenedUnmoved')] : []),
    );
  if (standsStill !== undefined)
    told.push(
      t('procedures.dates.standsStill', {
        fact: factOf(teller, standsStill.by),
        resumed: factsOf(teller, standsStill.resumed, 'or'),
        date: datesOf(teller, [standsStill.deadline]),
        facts: factsOf(teller, standsStill.until, 'or'),
      }),
    );
  if (adjourned !== undefined) {
    const values = { fact: factOf(teller, adjourned.by), facts: factsOf(teller, adjourned.until, 'or') };
    told.push(
      adjourned.field === undefined
        ? t('procedures.dates.adjournedBy', { ...values, period: periodOf(teller, adjourned.add ?? '') })
        : t('procedures.dates.adjourned', { ...values, field: fieldsOf(teller, [adjourned.field]) }),
      ...(isMoved(teller, rule) ? [t('procedures.dates.adjournedMoved')] : []),
    );
  }
  return told.map(sentence);
}

/** Whether the counting rule of a date moves its last day at all. */
function isMoved({ pack }: PackTeller, { rule }: DeadlineRule): boolean {
  return pack.calendar.rules.some(({ id, moves }) => id === rule && moves);
}

function stoppingOf(teller: PackTeller, { stops }: DeadlineRule): readonly PackSentence[] {
  if (stops === undefined || stops.length === 0) return [];
  return [{ text: teller.t('procedures.dates.stops'), items: itemsOf(stops.map((stop) => stopText(teller, stop))) }];
}

function stopText(teller: PackTeller, stop: StopRule): string {
  const { t } = teller;
  if ('nextRun' in stop) return t('procedures.dates.stopNextRun');
  if ('lapsed' in stop)
    return t('procedures.dates.stopLapsed', {
      before: factsOf(teller, stop.lapsed.before, 'or'),
      grace: factsOf(teller, stop.lapsed.grace, 'or'),
      date: datesOf(teller, [stop.lapsed.within]),
    });
  const facts = factsOf(teller, stop.at, 'or');
  const day =
    stop.field === undefined
      ? t('procedures.dates.stopAt', { facts })
      : t('procedures.dates.stopAtField', { facts, fields: fieldsOf(teller, stop.field) });
  const after = stop.afterRun === true ? t('procedures.dates.stopAfterRun', { stop: day }) : day;
  return stop.notBeforeEnd === true ? t('procedures.dates.stopNotBefore', { stop: after }) : after;
}

/** Where the rule is less sure than it says. */
function sureness(teller: PackTeller, { confidences = [], afterGap }: DeadlineRule): readonly PackSentence[] {
  const { t } = teller;
  return [
    ...confidences.map(({ when, confidence }) =>
      sentence(
        t('procedures.dates.sureWhen', {
          name: t(`procedures.sureName.${confidence}`),
          clause: clauseOf(teller, when),
        }),
      ),
    ),
    ...(afterGap === undefined
      ? []
      : [sentence(t('procedures.dates.afterGap', { name: t(`procedures.sureName.${afterGap}`) }))]),
  ];
}

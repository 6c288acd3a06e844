import { addDays, parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import type { Reach } from '#modules/casework/client';
import { fromTypedDate, toTypedDate } from '#platform/web/ui';
import type { FormValues } from '../shared/merge-values.ts';
import { rowsOfText, textOfRows } from '../shared/typed-rows.ts';
import { dateOfText, textOfDate } from '../shared/typed-date-text.ts';
import { cleanText, textOrNull } from '../shared/typed-text.ts';

export const channelKinds = ['call', 'text', 'message-app', 'mail', 'visit', 'via-person'] as const;
export const safeties = ['yes', 'after-text', 'no'] as const;
/** Days after which a plan is gone through again with the person (casework design, 5.2). */
const reviewAfter = 90;

/** A way as it is typed. A way that was saved has its id, and its number is empty until another is written. */
export const blankChannel = { id: '', kind: 'call', reach: '', safe: 'yes', voicemail: '' };
/** Hours as they are typed; the numbers of the days are joined by commas. */
export const blankWindow = { days: '1,2,3,4,5', from: '10:00', until: '17:00' };

/** The plan as its form holds it. No number that was saved is among it: those stay hidden while the plan is changed. */
export interface TypedReach extends FormValues {
  readonly channels: string;
  readonly windows: string;
  readonly another: string;
  readonly nameWeUse: string;
  readonly nameTheyUse: string;
  readonly safeSign: string;
  readonly stopSign: string;
  readonly lettersTo: string;
  readonly plainEnvelope: boolean;
  readonly never: string;
  readonly language: string;
  readonly interpreter: boolean;
  readonly notReachedDays: string;
  readonly notReachedWhom: string;
  readonly notReachedWhat: string;
  readonly everyDays: string;
  readonly quiet: string;
  readonly doNot: boolean;
}

/** What the form shows of a plan. */
export function toTypedReach(plan: Reach | null): TypedReach {
  return {
    channels: textOfRows(
      plan?.channels.map(({ id, kind, safe, voicemail }) => ({
        ...{ id, kind, reach: '', safe },
        voicemail: voicemail ? 'yes' : '',
      })) ?? [blankChannel],
    ),
    windows: textOfRows(
      plan?.windows.map(({ days, from, until }) => ({ days: days.join(','), from, until })) ?? [blankWindow],
    ),
    another: plan?.ifAnotherAnswers ?? '',
    nameWeUse: plan?.nameWeUse ?? '',
    nameTheyUse: plan?.nameTheyUse ?? '',
    safeSign: plan?.safeSign ?? '',
    stopSign: plan?.stopSign ?? '',
    lettersTo: plan?.letters?.to ?? '',
    plainEnvelope: plan?.letters?.plainEnvelope ?? true,
    never: plan?.never.join('\n') ?? '',
    language: plan?.language ?? '',
    interpreter: plan?.interpreter ?? false,
    notReachedDays: String(plan?.ifNotReached?.days ?? ''),
    notReachedWhom: plan?.ifNotReached?.whom ?? '',
    notReachedWhat: plan?.ifNotReached?.what ?? '',
    everyDays: String(plan?.everyDays ?? ''),
    quiet: plan?.quietUntil ? textOfDate(toTypedDate(plan.quietUntil)) : '',
    doNot: plan?.doNotContact ?? false,
  };
}

export type ReachMistake = 'window' | 'not-reached' | 'every-days' | 'quiet';

/** What is typed in a way that cannot be meant: hours that end before they begin, half an agreement. */
export function mistakesIn(typed: TypedReach): readonly ReachMistake[] {
  const mistakes: ReachMistake[] = [];
  const windows = rowsOfText(typed.windows, blankWindow);
  if (windows.some(({ days, from, until }) => days !== '' && !(from !== '' && from < until))) mistakes.push('window');
  const { notReachedDays, notReachedWhom, notReachedWhat } = typed;
  const any = [notReachedDays, notReachedWhom, notReachedWhat].some((text) => cleanText(text) !== '');
  if (any && (daysOf(notReachedDays) === null || cleanText(notReachedWhom) === '')) mistakes.push('not-reached');
  if (cleanText(typed.everyDays) !== '' && daysOf(typed.everyDays) === null) mistakes.push('every-days');
  if (typed.quiet !== '' && quietDay(typed) === null) mistakes.push('quiet');
  return mistakes;
}

/**
 * The plan agreed on a day by somebody. What the form does not ask stays as it was, as does a number that
 * nobody wrote anew. Once it differs from the plan before, the others have it to see.
 */
export function fromTypedReach(typed: TypedReach, before: Reach | null, on: CivilDate, by: UserId): Reach {
  const plan = planOf(typed, before, on);
  if (before === null) return plan;
  return wordingOf(plan) === wordingOf(before) ? plan : { ...plan, changed: { by, seen: [by] } };
}

/** All that the form asks, with the numbers that it keeps covered: equal when nothing was changed. */
function wordingOf(plan: Reach): string {
  return JSON.stringify([toTypedReach(plan), plan.channels.map(({ reach }) => reach)]);
}

function planOf(typed: TypedReach, before: Reach | null, on: CivilDate): Reach {
  const whom = cleanText(typed.notReachedWhom);
  const days = daysOf(typed.notReachedDays);
  const to = cleanText(typed.lettersTo);
  return {
    channels: channelsOf(typed, before),
    windows: rowsOfText(typed.windows, blankWindow)
      .map((row) => ({ ...row, days: row.days === '' ? [] : row.days.split(',').map(Number).toSorted() }))
      .filter((row) => row.days.length > 0),
    zone: before?.zone ?? 'Europe/Amsterdam',
    ifAnotherAnswers: cleanText(typed.another),
    nameWeUse: textOrNull(typed.nameWeUse),
    nameTheyUse: textOrNull(typed.nameTheyUse),
    safeSign: textOrNull(typed.safeSign),
    stopSign: textOrNull(typed.stopSign),
    letters: to === '' ? null : { to, plainEnvelope: typed.plainEnvelope },
    never: typed.never.split('\n').map(cleanText).filter(Boolean),
    language: typed.language === '' ? null : typed.language,
    interpreter: typed.interpreter,
    ifNotReached: days === null || whom === '' ? null : { days, whom, what: cleanText(typed.notReachedWhat) },
    everyDays: daysOf(typed.everyDays),
    quietUntil: quietDay(typed),
    doNotContact: typed.doNot,
    agreedOn: on,
    reviewBy: addDays(on, reviewAfter),
    changed: before?.changed ?? null,
  };
}

function quietDay({ quiet }: TypedReach): CivilDate | null {
  return parseCivilDate(fromTypedDate(dateOfText(quiet)));
}

function channelsOf({ channels }: TypedReach, before: Reach | null): Reach['channels'] {
  const taken = new Set(before?.channels.map(({ id }) => id));
  return rowsOfText(channels, blankChannel).flatMap((row, at) => {
    const kept = before?.channels.find(({ id }) => id === row.id);
    const reach = cleanText(row.reach) || (kept?.reach ?? '');
    if (reach === '') return [];
    const id = kept?.id ?? freeId(taken, at + 1);
    taken.add(id);
    return [
      {
        id,
        kind: channelKinds.find((kind) => kind === row.kind) ?? 'call',
        reach,
        safe: safeties.find((safe) => safe === row.safe) ?? 'no',
        voicemail: row.voicemail === 'yes',
      },
    ];
  });
}

function freeId(taken: ReadonlySet<string>, from: number): string {
  for (let number = from; ; number += 1) if (!taken.has(`way-${number}`)) return `way-${number}`;
}

function daysOf(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= 180 ? days : null;
}

import { addDays, civilDate, weekday, type CivilDate } from '#platform/base';
import type { Reach } from './person-records.ts';

/** Whether now is a safe moment to use this way of reaching the person (casework design, 5.2). */
export type ReachDecision =
  | { readonly answer: 'yes'; readonly script: ReachScript }
  | { readonly answer: 'not-before'; readonly on: CivilDate; readonly at: string }
  | { readonly answer: 'no'; readonly why: 'do-not-contact' | 'channel-unsafe' | 'no-such-channel' }
  | { readonly answer: 'ask-first'; readonly why: 'review-overdue' | 'unknown' };

/** What to say, so that nobody has to remember it with the telephone in hand. */
export interface ReachScript {
  readonly textFirst: boolean;
  readonly mayLeaveMessage: boolean;
  readonly ifAnotherAnswers: string;
  readonly nameWeUse: string | null;
  readonly nameTheyUse: string | null;
}

/** Decides for one channel at one instant. Pure: the plan's own zone decides what hour it is there. */
export function reachDecision(
  plan: Reach,
  { channel: id, at }: { readonly channel: string; readonly at: Date },
): ReachDecision {
  if (plan.doNotContact) return { answer: 'no', why: 'do-not-contact' };
  const channel = plan.channels.find((candidate) => candidate.id === id);
  if (!channel) return { answer: 'no', why: 'no-such-channel' };
  if (channel.safe === 'no') return { answer: 'no', why: 'channel-unsafe' };
  const local = localMoment(at, plan.zone);
  if (plan.reviewBy < local.day) return { answer: 'ask-first', why: 'review-overdue' };
  if (plan.windows.length === 0) return { answer: 'ask-first', why: 'unknown' };
  const opens = nextOpening(plan, local);
  if (opens === null) return { answer: 'ask-first', why: 'unknown' };
  if (opens.day !== local.day || opens.time !== local.time)
    return { answer: 'not-before', on: opens.day, at: opens.time };
  return {
    answer: 'yes',
    script: {
      textFirst: channel.safe === 'after-text',
      mayLeaveMessage: channel.voicemail,
      ifAnotherAnswers: plan.ifAnotherAnswers,
      nameWeUse: plan.nameWeUse,
      nameTheyUse: plan.nameTheyUse,
    },
  };
}

interface LocalMoment {
  readonly day: CivilDate;
  readonly time: string;
}

/** The first moment from now on that is within a window; now itself when it is. */
function nextOpening(plan: Reach, now: LocalMoment): LocalMoment | null {
  const quiet = plan.quietUntil !== null && plan.quietUntil > now.day;
  const start = quiet && plan.quietUntil !== null ? { day: plan.quietUntil, time: '00:00' } : now;
  for (let offset = 0; offset <= 7; offset += 1) {
    const day = addDays(start.day, offset);
    const from = offset === 0 ? start.time : '00:00';
    const opening = openingOn(plan, day, from);
    if (opening !== null) return { day, time: opening };
  }
  return null;
}

/** The earliest safe time of a day that is not before `from`; `until` itself is no longer safe. */
function openingOn(plan: Reach, day: CivilDate, from: string): string | null {
  const times = plan.windows
    .filter(({ days, until }) => days.includes(weekday(day)) && until > from)
    .map((window) => (window.from > from ? window.from : from))
    .toSorted();
  return times[0] ?? null;
}

function localMoment(at: Date, zone: string): LocalMoment {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    day: civilDate(`${part('year')}-${part('month')}-${part('day')}`),
    time: `${part('hour')}:${part('minute')}`,
  };
}

import type { CivilDate } from '#platform/base';

/** What decides whether somebody gets a mail now. */
export interface MailState {
  /** Full hour of the day, in Amsterdam, of the one mail a day. */
  readonly hour: number;
  /** The last day whose mail was sent or not needed. */
  readonly digestOn: CivilDate | null;
  /** The last day with urgent mails, and how many. */
  readonly urgentOn: CivilDate | null;
  readonly urgentCount: number;
  /** Notices that were neither seen in the app nor covered by a mail, and how many of them are urgent. */
  readonly waiting: number;
  readonly urgentWaiting: number;
}

/** Urgent mails a day at most: more would only teach people to look away. */
const urgentADay = 3;

/**
 * Which mail is due now. `nothing-waits` closes the day of the digest: what comes after its hour waits
 * for tomorrow's, unless it is urgent. Any mail covers all that waits, since it says no more.
 */
export function dueMail(
  state: MailState,
  now: { readonly today: CivilDate; readonly hour: number },
): 'digest' | 'urgent' | 'nothing-waits' | 'not-now' {
  if (state.urgentWaiting > 0 && urgentSent(state, now.today) < urgentADay) return 'urgent';
  const open = now.hour >= state.hour && (state.digestOn === null || state.digestOn < now.today);
  if (!open) return 'not-now';
  return state.waiting > 0 ? 'digest' : 'nothing-waits';
}

/** How many urgent mails went out on this day. */
export function urgentSent(state: Pick<MailState, 'urgentOn' | 'urgentCount'>, today: CivilDate): number {
  return state.urgentOn === today ? state.urgentCount : 0;
}

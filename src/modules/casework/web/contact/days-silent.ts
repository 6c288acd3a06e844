import { daysBetween, type CivilDate } from '#platform/base';
import type { OpenCase } from '#modules/casework';
import type { SealedContent } from '#modules/casework/client';

/** Days since the person was spoken to, else since the case came into the state it is in. */
export function daysSilent(
  head: Pick<SealedContent<'head'>, 'lastTwoWay'> | null,
  open: Pick<OpenCase, 'state'>,
  today: CivilDate,
): number {
  return daysBetween(head?.lastTwoWay ?? open.state.on, today);
}

import { addDays, weekday, type CivilDate, type UserId } from '#platform/base';
import { recordsOf, type OpenedCase } from '#modules/casework/client';

/** Minutes of the contacts that a person wrote down in these cases, of the week of a day, Monday to Sunday. */
export function ownMinutes(cases: readonly Pick<OpenedCase, 'records'>[], user: UserId, today: CivilDate): number {
  const monday = addDays(today, 1 - weekday(today));
  const sunday = addDays(monday, 6);
  return cases
    .flatMap((opened) => recordsOf(opened, 'contact'))
    .filter(({ author, content }) => author === user && content.on >= monday && content.on <= sunday)
    .reduce((sum, { content }) => sum + content.minutes, 0);
}

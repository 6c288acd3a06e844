import { addDays, daysBetween, parseCivilDate, type CivilDate, type RouteInput, type UserId } from '#platform/base';
import { fromTypedDate, noDate, toTypedDate, type TypedDate } from '#platform/web/ui';
import type { workshopRoutes } from '../../contract/workshop-routes.ts';

type Planned = RouteInput<typeof workshopRoutes.planSession>['input'];
export type When = RouteInput<typeof workshopRoutes.moveSession>['input'];

/** When sign-up ends, in days before, at the hour of the beginning. */
export const signUpEnds = [0, 1, 3, 7] as const;

/** What somebody types to plan or move a session. */
export interface SessionValues {
  readonly day: TypedDate;
  readonly from: string;
  readonly to: string;
  readonly ends: string;
  readonly place: string;
  readonly link: string;
  readonly accessNote: string;
  readonly places: string;
  readonly quota: string;
  readonly trainers: readonly UserId[];
}

/** An empty form, with what most sessions have. */
export const noSession: SessionValues = {
  ...{ day: noDate, from: '10:00', to: '12:00', ends: '1', place: '', link: '', accessNote: '' },
  ...{ places: '12', quota: '', trainers: [] },
};

/** The form of a session that there is, by its days and hours in Amsterdam. */
export function toSessionValues(
  {
    day,
    from,
    to,
    signUpDay,
  }: { readonly day: CivilDate; readonly from: string; readonly to: string; readonly signUpDay: CivilDate },
  { place, link, accessNote }: Pick<SessionValues, 'place' | 'link' | 'accessNote'>,
): SessionValues {
  const before = daysBetween(signUpDay, day);
  const ends = String(signUpEnds.findLast((days) => days <= before) ?? 0);
  return { ...noSession, day: toTypedDate(day), from, to, ends, place, link, accessNote };
}

export interface SessionAsked {
  readonly when: When;
  readonly limits: Pick<Planned, 'places' | 'quota'>;
  readonly trainers: UserId[];
}

/** What the form says, or the code of what is wrong with it. */
export function fromSessionValues(values: SessionValues): SessionAsked | string {
  const { from, to, ends, link } = values;
  const day = parseCivilDate(fromTypedDate(values.day) ?? '');
  if (day === null) return 'DayMissing';
  if (!isTime(from) || !isTime(to)) return 'TimesWrong';
  const [places, quota] = [wholeOf(values.places), values.quota.trim() === '' ? null : wholeOf(values.quota)];
  if (places === undefined || quota === undefined) return 'PlacesWrong';
  if (link.trim() !== '' && !isWebAddress(link.trim())) return 'LinkWrong';
  const signUpUntil = `${addDays(day, -Number(ends))}T${from}`;
  const where = { place: values.place.trim(), link: link.trim(), accessNote: values.accessNote.trim() };
  return {
    when: { from: `${day}T${from}`, to: `${day}T${to}`, signUpUntil, ...where },
    limits: { places, quota },
    trainers: [...values.trainers],
  };
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function isWebAddress(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text);
}

/** A number of places; undefined where it is none. */
function wholeOf(text: string): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 500 ? number : undefined;
}

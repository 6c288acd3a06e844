import { addDays, type CivilDate } from '#platform/base';
import type { CountRoute } from './count-route.ts';
import type { OrganisationId } from './learning-ids.ts';
import { releaseLanguages, sumLanguages, type ByLanguage } from './release-languages.ts';
import { releaseSteps, type Counts, type Measure, type Step } from './release-steps.ts';

/**
 * A route by which people are counted one by one; `played` is that of packages from elsewhere, which our own people do here. A package
 * has this one alone, so nobody chooses it.
 */
export type PersonRoute = Exclude<CountRoute, 'totals'> | 'played';

/** One number as it was counted: of a month, of people by language too. */
export interface CountedNumber {
  readonly route: PersonRoute;
  readonly organisation: OrganisationId;
  readonly course: string;
  /** 1 to 12. */
  readonly month: number;
  readonly measure: Measure;
  /** Of people alone, and only where our own player knows it. */
  readonly language: string | null;
  readonly count: number;
}

interface CountedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly own: boolean;
}

/** What is told of one organisation in one course by one route: of our own every month, of a partner steps of closed months. */
export interface OrganisationFigures {
  readonly route: PersonRoute;
  readonly name: string;
  readonly own: boolean;
  readonly steps: readonly Step[];
  /** Whether closed months are held over, because fewer than ten would be told. */
  readonly held: boolean;
}

interface LanguageCount {
  readonly language: string;
  readonly people: number;
}

export interface CourseFigures {
  readonly course: string;
  readonly organisations: readonly OrganisationFigures[];
  readonly ownLanguages: readonly LanguageCount[];
  /** Of all partners together, up to and with a month that may lie before the last closed one. */
  readonly partnerLanguages: { readonly until: number; readonly people: readonly LanguageCount[] };
}

/**
 * How many months of a year are closed on a day. A month closes when the first day after it is over, so that whatever was under
 * way at midnight is in it before anybody is told.
 */
export function closedMonths(year: number, today: CivilDate): number {
  const [inYear = 0, inMonth = 0] = addDays(today, -1).split('-').map(Number);
  return year === inYear ? inMonth - 1 : year < inYear ? 12 : 0;
}

/** What figures are asked of. */
interface AskedYear {
  readonly year: number;
  readonly today: CivilDate;
  /** By which routes an organisation is counted in a course; what is known by others is not told. */
  readonly routesOf: (organisation: OrganisationId, course: string) => readonly (CountRoute | 'played')[];
  /** Courses that are told of, whether or not anybody was counted in them. */
  readonly told: readonly string[];
}

/** Figures of a year as they may be told on a day, each course by itself: people of two courses are never added up. */
export function figuresOfYear(
  organisations: readonly CountedOrganisation[],
  counted: readonly CountedNumber[],
  { year, today, routesOf, told: toldCourses }: AskedYear,
): readonly CourseFigures[] {
  const closed = closedMonths(year, today);
  const lastOf = ({ own }: CountedOrganisation): number => (own ? openMonths(year, today) : closed);
  const byId = new Map(organisations.map((one) => [one.id, lastOf(one)]));
  // What is not told yet leaves no trace, not even the name of a course.
  const told = counted.filter(
    ({ organisation, course, route, month }) =>
      month <= (byId.get(organisation) ?? 0) && routesOf(organisation, course).includes(route),
  );
  const courses = [...new Set([...toldCourses, ...told.map(({ course }) => course)])].toSorted();
  return courses.map((course) => {
    const ofCourse = told.filter((one) => one.course === course);
    const all = organisations.flatMap((one) =>
      routesOf(one.id, course)
        .filter((route) => route !== 'totals')
        .map((route) => figuresOf(one, route, ofCourse, lastOf(one))),
    );
    // Systems of others seldom say in which language somebody learned.
    const byPlayer = all.filter(({ shown }) => shown.route === 'player');
    const [own, partners] = [byPlayer.filter((one) => one.shown.own), byPlayer.filter((one) => !one.shown.own)];
    const released = releaseLanguages(
      partners.map(({ shown, languages }) => ({ months: languages, steps: shown.steps })),
      closed,
    );
    return {
      course,
      organisations: all.map(({ shown }) => shown),
      ownLanguages: listLanguages(sumLanguages(own.flatMap(({ languages }) => languages))),
      partnerLanguages: { until: released.until, people: listLanguages(released.people) },
    };
  });
}

/** How many months of a year have begun on a day: of our own all of them are told. */
export function openMonths(year: number, today: CivilDate): number {
  const [inYear = 0, inMonth = 0] = today.split('-').map(Number);
  return year === inYear ? inMonth : year < inYear ? 12 : 0;
}

function figuresOf(
  { id, name, own }: CountedOrganisation,
  route: PersonRoute,
  counted: readonly CountedNumber[],
  last: number,
): { readonly shown: OrganisationFigures; readonly languages: readonly ByLanguage[] } {
  const mine = counted.filter((one) => one.organisation === id && one.route === route);
  const numbers = Array.from({ length: last }, (_, at) => mine.filter(({ month }) => month === at + 1));
  const months = numbers.map(countsOf);
  const languages = numbers.map((ofMonth) =>
    sumLanguages(ofMonth.flatMap(({ language, count }) => (language === null ? [] : [new Map([[language, count]])]))),
  );
  const exact = months.map((counts, at) => ({ from: at + 1, until: at + 1, ...counts }));
  const { steps, held } = own ? { steps: exact, held: false } : releaseSteps(months);
  return { shown: { route, name, own, steps, held }, languages };
}

function countsOf(numbers: readonly CountedNumber[]): Counts {
  const of = (wanted: Measure): number =>
    numbers.reduce((sum, { measure, count }) => (measure === wanted ? sum + count : sum), 0);
  return {
    people: of('people'),
    completions: of('completions'),
    certificates: of('certificates'),
    began: of('began'),
  };
}

function listLanguages(people: ByLanguage): readonly LanguageCount[] {
  return [...people]
    .filter(([, count]) => count > 0)
    .map(([language, count]) => ({ language, people: count }))
    .toSorted((a, b) => b.people - a.people || (a.language < b.language ? -1 : 1));
}

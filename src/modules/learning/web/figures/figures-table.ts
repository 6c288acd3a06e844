import { civilDate, type CivilDate } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { Measure, Step } from '../../model/open/count/release-steps.ts';
import type { Cell } from '#kernel/disclosure';
import type { CourseOfFigures, Figures, OrganisationOfFigures } from './use-figures.ts';

/** What figures are said in. */
export interface FigureWords {
  readonly t: Messages;
  readonly monthOf: (month: number) => string;
  readonly initialOf: (month: number) => string;
  readonly spanOf: (span: { readonly from: number; readonly until: number }) => string;
  readonly languageOf: (tag: string) => string;
}

/** The order in which numbers stand in tables: began comes before finished. */
export const shownMeasures: readonly Measure[] = ['began', 'people', 'completions', 'certificates'];

/** How a number is known, in a whole sentence. */
const longRoutes: Readonly<Record<OrganisationOfFigures['route'], string>> = {
  player: 'learning.figures.route',
  source: 'learning.route.sourceLong',
  receipts: 'learning.route.receiptsLong',
  played: 'learning.route.playedLong',
};

/** Whether a number is known by a route: who began, and who made a paper, only our own player knows. */
export function isKnown(route: OrganisationOfFigures['route'], measure: Measure): boolean {
  return route === 'player' || measure === 'people' || measure === 'completions';
}

/** What waits of an organisation: closed months after its last step. */
export function heldSpan(
  {
    own,
    held,
    steps,
  }: Pick<OrganisationOfFigures, 'own' | 'held'> & { readonly steps: readonly { readonly until: number }[] },
  closed: number,
): { readonly from: number; readonly until: number } | null {
  const last = steps.at(-1)?.until ?? 0;
  return own || !held || last >= closed ? null : { from: last + 1, until: closed };
}

/**
 * Figures as one table to hand out, a line for each step and each language, with how every number is known, as of when, and what is not in
 * it. What may not be told stands in it as words.
 */
export function tableOfFigures(
  figures: Figures,
  year: number,
  titleOf: (course: string) => string,
  words: FigureWords,
): readonly (readonly Cell[])[] {
  const { t } = words;
  const heading = [
    ...['year', 'module', 'organisation', 'language', 'from', 'to'].map((name) => t(`learning.figures.${name}`)),
    ...shownMeasures.map((measure) => t(`learning.figures.${measure}`)),
    t('learning.figures.presences'),
    ...['source', 'asOfDay', 'note'].map((name) => t(`learning.figures.${name}`)),
  ];
  const after = (source: string, notIn: string): readonly Cell[] => [t(source), String(figures.asOf), t(notIn)];
  const lines = figures.courses.flatMap((course) =>
    linesOf(course, figures, year, words).map(({ route, cells }) => [
      ...[course.title ?? titleOf(course.course), ...cells, ''],
      ...after(longRoutes[route], 'learning.figures.notIn'),
    ]),
  );
  const told = figures.courses.flatMap((course) => totalLines(course, titleOf(course.course), figures, words));
  const ofWorkshops = after('learning.figures.workshopsRoute', 'learning.figures.workshopsHow');
  return [
    heading,
    ...lines.map((line) => [year, ...line]),
    ...told.map((line) => [year, ...line]),
    ...workshopLines(figures, words).map((line) => [year, ...line, ...ofWorkshops]),
  ];
}

/** A row of an organisation by its name, with how it is known where that is not our own player. */
export function nameOfRow({ name, route }: Pick<OrganisationOfFigures, 'name' | 'route'>, t: Messages): string {
  return route === 'player'
    ? name
    : t('learning.route.row', { organisation: name, route: t(`learning.route.${route}`) });
}

/** Whose places they were. */
export function nameOfPresence({ of, name }: Figures['workshops'][number], t: Messages): string {
  if (of === 'organisation') return name ?? '';
  return t(of === 'own-people' ? 'learning.figures.ownPeople' : 'learning.figures.guests');
}

function workshopLines({ workshops, closed }: Figures, words: FigureWords): readonly (readonly Cell[])[] {
  const { t } = words;
  const none = shownMeasures.map(() => '');
  return workshops.flatMap((one) => {
    const start = [t('learning.figures.workshops'), nameOfPresence(one, t), t('learning.figures.allLanguages')];
    const held = heldSpan(one, closed);
    return [
      ...one.steps.map((step) => [...start, ...monthsOf(step, words), ...none, step.presences]),
      ...(held ? [[...start, ...monthsOf(held, words), ...none, t('learning.figures.few')]] : []),
    ];
  });
}

/** The day up to which our own are counted: today, or the last of a year that is over. */
export function ownDay(asOf: CivilDate, year: number): CivilDate {
  const last = civilDate(`${String(year)}-12-31`);
  return asOf < last ? asOf : last;
}

/** Sums that organisations told, marked as such in the column that says how a number is known. */
function totalLines(
  { totals }: CourseOfFigures,
  title: string,
  { asOf }: Figures,
  words: FigureWords,
): readonly (readonly Cell[])[] {
  const { t } = words;
  const shown = (number: number | null): Cell => number ?? t('learning.totals.few');
  return totals.flatMap(({ name, spans }) =>
    spans.map((span) => [
      ...[title, name, t('learning.figures.allLanguages'), ...monthsOf(span, words)],
      ...['', shown(span.people), shown(span.completions), '', ''],
      t('learning.totals.source', { basis: t(`learning.totals.basis.${span.basis}`) }),
      ...[String(asOf), t('learning.totals.notIn')],
    ]),
  );
}

interface RoutedLine {
  readonly route: OrganisationOfFigures['route'];
  readonly cells: readonly Cell[];
}

function linesOf(
  course: CourseOfFigures,
  { asOf, closed }: Figures,
  year: number,
  words: FigureWords,
): readonly RoutedLine[] {
  const { t } = words;
  const all = t('learning.figures.allLanguages');
  const steps = course.organisations.flatMap((organisation) => {
    const held = heldSpan(organisation, closed);
    const few = shownMeasures.map(() => t('learning.figures.few'));
    const { route, name } = organisation;
    return [
      ...organisation.steps.map((step) => ({
        ...{ route, cells: [name, all, ...monthsOf(step, words), ...numbersOf(route, step, t)] },
      })),
      ...(held ? [{ route, cells: [name, all, ...monthsOf(held, words), ...few] }] : []),
    ];
  });
  const byPlayer = (lines: readonly (readonly Cell[])[]): readonly RoutedLine[] =>
    lines.map((cells) => ({ route: 'player', cells }));
  const { until, people } = course.partnerLanguages;
  const ownUntil = Number(ownDay(asOf, year).slice(5, 7));
  return [
    ...steps,
    ...byPlayer(
      languageLines(
        t('learning.figures.own'),
        course.ownLanguages,
        monthsOf({ from: 1, until: ownUntil }, words),
        words,
      ),
    ),
    ...(until === 0
      ? []
      : byPlayer(languageLines(t('learning.figures.othersNone'), people, monthsOf({ from: 1, until }, words), words))),
  ];
}

function languageLines(
  of: string,
  people: CourseOfFigures['ownLanguages'],
  months: readonly string[],
  { languageOf }: FigureWords,
): readonly (readonly Cell[])[] {
  return people.map((one) => [
    ...[of, languageOf(one.language), ...months],
    ...shownMeasures.map((measure) => (measure === 'people' ? one.people : '')),
  ]);
}

function monthsOf({ from, until }: Pick<Step, 'from' | 'until'>, { monthOf }: FigureWords): readonly string[] {
  return [monthOf(from), monthOf(until)];
}

function numbersOf(route: OrganisationOfFigures['route'], step: Step, t: Messages): readonly Cell[] {
  return shownMeasures.map((measure) =>
    isKnown(route, measure) ? (step[measure] ?? t('learning.figures.later')) : t('learning.figures.unknown'),
  );
}

/** A name for the file, without anything of the reader. */
export function figuresFileName(year: number, asOf: CivilDate, kind: 'csv' | 'xlsx'): string {
  return `baken-${String(year)}-${asOf}.${kind}`;
}

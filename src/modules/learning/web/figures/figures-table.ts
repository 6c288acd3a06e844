import { civilDate, type CivilDate } from '#platform/base';
import type { Messages } from '#kernel/languages';
import type { Measure, Step } from '../../model/open/count/release-steps.ts';
import type { Cell } from '../../model/open/count/write-csv.ts';
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
  const lines = figures.courses.flatMap((course) =>
    linesOf(course, figures, year, words).map((line) => [titleOf(course.course), ...line]),
  );
  const after = [t('learning.figures.route'), String(figures.asOf), t('learning.figures.notIn')];
  const ofWorkshops = [t('learning.figures.workshopsRoute'), String(figures.asOf), t('learning.figures.workshopsHow')];
  return [
    heading,
    ...lines.map((line) => [year, ...line, '', ...after]),
    ...workshopLines(figures, words).map((line) => [year, ...line, ...ofWorkshops]),
  ];
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

function linesOf(
  course: CourseOfFigures,
  { asOf, closed }: Figures,
  year: number,
  words: FigureWords,
): readonly (readonly Cell[])[] {
  const { t } = words;
  const all = t('learning.figures.allLanguages');
  const steps = course.organisations.flatMap((organisation) => {
    const held = heldSpan(organisation, closed);
    const few = shownMeasures.map(() => t('learning.figures.few'));
    return [
      ...organisation.steps.map((step) => [organisation.name, all, ...monthsOf(step, words), ...numbersOf(step, t)]),
      ...(held ? [[organisation.name, all, ...monthsOf(held, words), ...few]] : []),
    ];
  });
  const { until, people } = course.partnerLanguages;
  const ownUntil = Number(ownDay(asOf, year).slice(5, 7));
  return [
    ...steps,
    ...languageLines(
      t('learning.figures.own'),
      course.ownLanguages,
      monthsOf({ from: 1, until: ownUntil }, words),
      words,
    ),
    ...(until === 0
      ? []
      : languageLines(t('learning.figures.othersNone'), people, monthsOf({ from: 1, until }, words), words)),
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

function numbersOf(step: Step, t: Messages): readonly Cell[] {
  return shownMeasures.map((measure) => step[measure] ?? t('learning.figures.later'));
}

/** A name for the file, without anything of the reader. */
export function figuresFileName(year: number, asOf: CivilDate, kind: 'csv' | 'xlsx'): string {
  return `baken-${String(year)}-${asOf}.${kind}`;
}

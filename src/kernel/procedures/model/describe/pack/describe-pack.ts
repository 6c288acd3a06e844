import type { Confidence, Pack } from '../../pack.ts';
import { textsOf } from '../../say.ts';
import { describeDates } from './describe-dates.ts';
import { describeFigures, describePeople } from './describe-figures.ts';
import {
  describeCounting,
  describeHolidays,
  describeParameters,
  factTables,
  sourcedRules,
  sourceTable,
} from './describe-ground.ts';
import { describeDocuments, describeDuties, describeRights, describeWarnings } from './describe-standing.ts';
import { describeGuards, describeSteps } from './describe-steps.ts';
import { describePermits, describeTracks } from './describe-tracks.ts';
import { openPoints } from './open-points.ts';
import type { PackChapter, PackDocument, PackSection, PackSentence, PackTable } from './pack-document.ts';
import { dayOf, sentence, tellerOf, type PackTeller } from './pack-teller.ts';
import { finishChapters, type RuleDraft } from './rule-draft.ts';

/**
 * A pack as a document that a lawyer can read and sign: every rule once, in full sentences of one language (Dutch, or English
 * for every other), with its sources, the day they were read and how sure it is; first of all what must be looked at. All words
 * are the pack's own, or connecting words of the kernel; nothing of a country is in the code.
 */
export function describePack(pack: Pack, language = 'en'): PackDocument {
  const teller = tellerOf(pack, language);
  const chapters = finishChapters(withoutEmpty(draftChapters(teller)));
  const rules = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
  const counts: Record<Confidence, number> = { A: 0, B: 0, C: 0, GK: 0 };
  for (const { confidence } of rules) if (confidence !== null) counts[confidence] += 1;
  return {
    pack: pack.id,
    version: pack.version,
    language: teller.language,
    title: titleOf(teller),
    lead: leadOf(teller),
    counts,
    chapters: [openPoints(teller, chapters, counts), ...chapters],
  };
}

/** What a pack is called; null in versions from before packs had a name in words. */
export function titleOfPack(pack: Pack, language = 'en'): string | null {
  return textsOf(pack, language)['pack.title'] ?? null;
}

function titleOf({ pack, language, t }: PackTeller): string {
  const title = titleOfPack(pack, language);
  return title === null
    ? t('procedures.document.title', { pack: pack.id })
    : t('procedures.document.titled', { pack: pack.id, title });
}

function leadOf(teller: PackTeller): readonly PackSentence[] {
  const { pack, t } = teller;
  const days = sourcedRules(pack)
    .map(({ checkedOn }) => checkedOn)
    .filter((day) => day !== '')
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return [
    sentence(t('procedures.document.version', { version: pack.version, day: dayOf(teller, pack.validFrom) })),
    sentence(t('procedures.document.what')),
    ...(first === undefined || last === undefined
      ? []
      : [
          sentence(
            t(first === last ? 'procedures.document.checkedOn' : 'procedures.document.checked', {
              first: dayOf(teller, first),
              last: dayOf(teller, last),
            }),
          ),
        ]),
  ];
}

function draftChapters(teller: PackTeller): readonly PackChapter<RuleDraft>[] {
  const { t } = teller;
  const { zone, decreed } = calendarWords(teller);
  return [
    plainChapter(teller, 'case', [t('procedures.case.intro')], describeParameters(teller)),
    ...describeTracks(teller),
    plainChapter(teller, 'steps', [t('procedures.steps.intro')], describeSteps(teller)),
    plainChapter(teller, 'guards', [t('procedures.guards.intro')], describeGuards(teller)),
    plainChapter(
      teller,
      'dates',
      [t('procedures.dates.intro')],
      [...describeDates(teller), ...describePermits(teller)],
    ),
    { ...chapter(teller, 'documents', [t('procedures.documents.intro')]), sections: describeDocuments(teller) },
    plainChapter(teller, 'rights', [t('procedures.rights.intro')], describeRights(teller)),
    plainChapter(teller, 'duties', [t('procedures.duties.intro')], describeDuties(teller)),
    plainChapter(teller, 'warnings', [t('procedures.warnings.intro')], describeWarnings(teller)),
    plainChapter(teller, 'figures', [t('procedures.figures.intro')], describeFigures(teller)),
    plainChapter(teller, 'people', [t('procedures.people.intro')], describePeople(teller)),
    tableChapter(teller, 'facts', t('procedures.facts.intro'), factTables(teller)),
    {
      ...chapter(teller, 'counting', [zone, decreed]),
      sections: [
        section('counting-rules', t('procedures.counting.rules'), describeCounting(teller)),
        section('holidays', t('procedures.counting.holidays'), describeHolidays(teller)),
      ],
    },
    tableChapter(teller, 'sources', t('procedures.sources.intro'), [sourceTable(teller)]),
  ];
}

function calendarWords({ pack, t }: PackTeller): { readonly zone: string; readonly decreed: string } {
  const { timeZone, decreedFrom, decreedUntil, undecreedConfidence } = pack.calendar;
  return {
    zone: t('procedures.counting.intro', { zone: timeZone }),
    decreed: t('procedures.counting.decreed', {
      first: String(decreedFrom),
      last: String(decreedUntil),
      name: t(`procedures.sureName.${undecreedConfidence}`),
    }),
  };
}

type Plain =
  | 'case'
  | 'steps'
  | 'guards'
  | 'dates'
  | 'documents'
  | 'rights'
  | 'duties'
  | 'warnings'
  | 'figures'
  | 'people'
  | 'facts'
  | 'counting'
  | 'sources';

function chapter({ t }: PackTeller, name: Plain, intro: readonly string[]): Omit<PackChapter<RuleDraft>, 'sections'> {
  return { anchor: name, title: t(`procedures.chapter.${name}`), track: null, intro: intro.map(sentence) };
}

function section(anchor: string, title: string, rules: readonly RuleDraft[]): PackSection<RuleDraft> {
  return { anchor, title, code: null, intro: [], links: [], tables: [], rules };
}

/** A chapter of rules without headings in between: its one section has no title. */
function plainChapter(
  teller: PackTeller,
  name: Plain,
  intro: readonly string[],
  rules: readonly RuleDraft[],
): PackChapter<RuleDraft> {
  return { ...chapter(teller, name, intro), sections: [section(`${name}-rules`, '', rules)] };
}

function tableChapter(
  teller: PackTeller,
  name: Plain,
  intro: string,
  tables: readonly PackTable[],
): PackChapter<RuleDraft> {
  return { ...chapter(teller, name, [intro]), sections: [{ ...section(`${name}-table`, '', []), tables }] };
}

/** Leaves out chapters that say nothing, and says what a pack is expected to have and has not. */
function withoutEmpty(chapters: readonly PackChapter<RuleDraft>[]): readonly PackChapter<RuleDraft>[] {
  return chapters.filter(({ sections }) =>
    sections.some(
      ({ rules, tables, title }) => title !== '' || rules.length > 0 || tables.some(({ rows }) => rows.length > 0),
    ),
  );
}

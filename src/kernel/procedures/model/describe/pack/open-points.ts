import type { Confidence } from '../../pack.ts';
import { unknownFigures } from './describe-figures.ts';
import type { PackChapter, PackSection, RuleLink } from './pack-document.ts';
import { sentence, type PackTeller } from './pack-teller.ts';

const sureness = ['A', 'B', 'C', 'GK'] as const satisfies readonly Confidence[];

/**
 * The chapter at the front: how sure the rules are, and every rule that rests on a secondary or dated source or on none that
 * was verified, the least sure first; also what becomes so on a condition, and what the pack has no words for.
 */
export function openPoints(
  teller: PackTeller,
  chapters: readonly PackChapter[],
  counts: Readonly<Record<Confidence, number>>,
): PackChapter {
  const { t } = teller;
  return {
    anchor: 'look',
    title: t('procedures.look.title'),
    track: null,
    intro: [sentence(t('procedures.look.intro', { count: counts.C + counts.GK }))],
    sections: [
      {
        ...empty('look-counts', t('procedures.look.counts')),
        tables: [
          {
            caption: t('procedures.look.counts'),
            head: [t('procedures.look.sure'), t('procedures.look.rules')],
            rows: sureness.map((sure) => [t(`procedures.sureName.${sure}`), String(counts[sure])]),
          },
        ],
      },
      openRules(teller, chapters),
    ],
  };
}

function openRules(teller: PackTeller, chapters: readonly PackChapter[]): PackSection {
  const { t, pack } = teller;
  const { decreedFrom, decreedUntil, undecreedConfidence } = pack.calendar;
  const links = [...doubtful(teller, chapters), ...onCondition(teller, chapters), ...notKnown(teller, chapters)];
  const unnamed = unnamedSteps(teller);
  return {
    ...empty('look-open', t('procedures.look.open')),
    intro: [
      ...(links.length === 0 ? [sentence(t('procedures.look.none'))] : []),
      sentence(
        t('procedures.look.calendar', {
          first: String(decreedFrom),
          last: String(decreedUntil),
          name: t(`procedures.sureName.${undecreedConfidence}`),
        }),
      ),
      ...(unnamed === 0 ? [] : [sentence(t('procedures.look.unnamed', { count: unnamed }))]),
    ],
    links,
  };
}

/** What rests on nothing verified, then what rests on a secondary or dated source. */
function doubtful({ t }: PackTeller, chapters: readonly PackChapter[]): readonly RuleLink[] {
  const rules = chapters.flatMap(({ track, sections }) =>
    sections.flatMap((section) =>
      // In the chapter of a track the title of a rule says where it leads; a section elsewhere says what it is for.
      section.rules.map((rule) => ({ ...rule, within: track === null ? section.title : '' })),
    ),
  );
  return (['GK', 'C'] as const).flatMap((sure) =>
    rules
      .filter(({ confidence }) => confidence === sure)
      .map(({ anchor, title, within }) => {
        const key = within === '' ? 'procedures.look.point' : 'procedures.look.pointWithin';
        return { anchor, text: t(key, { name: t(`procedures.sureName.${sure}`), title, within }) };
      }),
  );
}

/** Dates that become less sure on a condition. */
function onCondition({ t, pack }: PackTeller, chapters: readonly PackChapter[]): readonly RuleLink[] {
  const rules = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
  return pack.deadlines.flatMap(({ confidences = [], afterGap }, place) => {
    const rule = rules.find(({ covers }) => covers.includes(`deadlines.${String(place)}`));
    const weaker = [...confidences.map(({ confidence }) => confidence), ...(afterGap === undefined ? [] : [afterGap])];
    return weaker
      .filter((sure) => rule !== undefined && (sure === 'GK' || sure === 'C'))
      .map((sure) => ({
        anchor: rule?.anchor ?? '',
        text: t('procedures.look.whenPoint', { name: t(`procedures.sureName.${sure}`), title: rule?.title ?? '' }),
      }));
  });
}

/** Figures that were looked for and not found, for some days or for all. */
function notKnown(teller: PackTeller, chapters: readonly PackChapter[]): readonly RuleLink[] {
  const rules = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
  return unknownFigures(teller).flatMap((place) =>
    rules
      .filter(({ covers }) => covers.includes(`figures.${String(place)}`))
      .map(({ anchor, title }) => ({ anchor, text: teller.t('procedures.look.notKnown', { title }) })),
  );
}

/** Steps that rules name and the pack has no words for. */
function unnamedSteps({ pack, texts }: PackTeller): number {
  const named = [...pack.next.map(({ by }) => by), ...pack.usesFacts];
  return new Set(named.filter((name) => texts[`fact.${name}`] === undefined)).size;
}

function empty(anchor: string, title: string): PackSection {
  return { anchor, title, code: null, intro: [], links: [], tables: [], rules: [] };
}

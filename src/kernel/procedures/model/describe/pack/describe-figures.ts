import { figureText } from '../../figures/figure-text.ts';
import { sourcesOf } from '../../journey/index-of.ts';
import { lowest } from '../../lowest.ts';
import type { Confidence, FigureRule, KnownValue, UnknownValue } from '../../pack.ts';
import { say } from '../../say.ts';
import { clauseOf } from './say-condition.ts';
import { dayOf, factsOf, itemsOf, named, sentence, stagesOf, trackOf, type PackTeller } from './pack-teller.ts';
import { looseDraft, sourceNote, sourcedDraft, withSureness, type RuleDraft } from './rule-draft.ts';

/** The dated figures of a pack: each with all its values, the days they hold on, and the days for which none is known. */
export function describeFigures(teller: PackTeller): readonly RuleDraft[] {
  return (teller.pack.figures ?? []).map((figure, place) => {
    const known = figure.values.filter((value): value is KnownValue => !('unknown' in value));
    const draft = looseDraft({
      covers: [
        `figures.${String(place)}`,
        ...figure.values.map((_, row) => `figures.${String(place)}.values.${String(row)}`),
      ],
      title: named(teller, `figure.${figure.id}`),
      sentences: [
        ...(figure.asOf === undefined
          ? []
          : [sentence(teller.t('procedures.figures.asOf', { facts: factsOf(teller, figure.asOf, 'or') }))]),
        {
          text: teller.t('procedures.figures.values'),
          items: itemsOf(figure.values.map((value) => valueLine(teller, figure, value))),
        },
      ],
      rule: figure,
    });
    const sources = known.flatMap((value) => sourcesOf(teller.pack, value).map((source) => sourceNote(teller, source)));
    const [first] = known;
    if (first === undefined) return draft;
    const weakest = known.reduce<Confidence>((sure, value) => lowest(sure, value.confidence), first.confidence);
    return withSureness(teller, { ...draft, sources: onceEachSource(sources) }, weakest);
  });
}

function onceEachSource(sources: RuleDraft['sources']): RuleDraft['sources'] {
  return sources.filter(({ passage }, place) => sources.findIndex((one) => one.passage === passage) === place);
}

function valueLine(teller: PackTeller, figure: FigureRule, value: KnownValue | UnknownValue): string {
  const { t, pack, language } = teller;
  const span = spanOf(teller, value);
  const told =
    'unknown' in value
      ? t('procedures.figures.unknown', { span })
      : t('procedures.figures.value', {
          value: figureText(pack, figure, value.value, language),
          span,
          sure: t(`procedures.sureName.${value.confidence}`),
        });
  return value.note === undefined
    ? told
    : t('procedures.figures.withNote', { told, note: say(teller.texts, `note.${value.note}`) });
}

/** The days on which a value holds, both included. */
function spanOf(teller: PackTeller, { validFrom, validUntil }: KnownValue | UnknownValue): string {
  const { t } = teller;
  if (validFrom === undefined)
    return validUntil === undefined
      ? t('procedures.figures.always')
      : t('procedures.figures.until', { until: dayOf(teller, validUntil) });
  if (validUntil === undefined) return t('procedures.figures.from', { from: dayOf(teller, validFrom) });
  return validFrom === validUntil
    ? t('procedures.figures.on', { day: dayOf(teller, validFrom) })
    : t('procedures.figures.between', { from: dayOf(teller, validFrom), until: dayOf(teller, validUntil) });
}

/** Places of the figures that are not known on some days, or on all. */
export function unknownFigures(teller: PackTeller): readonly number[] {
  return (teller.pack.figures ?? []).flatMap(({ values }, place) =>
    values.some((value) => 'unknown' in value) ? [place] : [],
  );
}

/** Who is in charge of what, and in which stages. */
export function describePeople(teller: PackTeller): readonly RuleDraft[] {
  const { t } = teller;
  return (teller.pack.people ?? []).map((rule, place) => {
    const track = t('procedures.quoted', { text: trackOf(teller, rule.track) });
    return sourcedDraft(teller, rule, {
      covers: [`people.${String(place)}`],
      title: t('procedures.people.title', {
        who: named(teller, `who.${rule.who}`),
        does: named(teller, `does.${rule.id}`).replace(/\.$/, ''),
      }),
      sentences: [
        sentence(
          rule.in === 'any'
            ? t('procedures.people.always', { track })
            : t('procedures.people.in', { track, stages: stagesOf(teller, rule.track, rule.in) }),
        ),
        ...(rule.onlyIf === undefined
          ? []
          : [
              sentence(
                t('procedures.holds.one', {
                  lead: t('procedures.lead.condition'),
                  clause: clauseOf(teller, rule.onlyIf),
                }),
              ),
            ]),
      ],
    });
  });
}

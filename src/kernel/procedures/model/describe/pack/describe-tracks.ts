import type { Pack, TimerRule, TrackRule, TransitionRule } from '../../pack.ts';
import { clauseOf, conditionSentence } from './say-condition.ts';
import type { PackChapter, PackSection, PackSentence } from './pack-document.ts';
import {
  datesOf,
  factOf,
  factsOf,
  fieldsOf,
  guardOf,
  itemsOf,
  named,
  quoted,
  sentence,
  stageOf,
  stagesOf,
  trackOf,
  type PackTeller,
} from './pack-teller.ts';
import { anchorOf, looseDraft, onceEach, sourcedDraft, type RuleDraft } from './rule-draft.ts';
import { warningText } from './say-warning.ts';

/** A chapter for each track: its stages, with what leads to each and what leads on. */
export function describeTracks(teller: PackTeller): readonly PackChapter<RuleDraft>[] {
  return teller.pack.tracks.map((track, place) => {
    const moves = movesOf(teller, track, place);
    const { t } = teller;
    return {
      anchor: anchorOf(`track ${track.id}`),
      title: trackOf(teller, track.id),
      track: track.id,
      intro: [
        sentence(t('procedures.stages.intro', { first: stageOf(teller, track.id, track.initial) })),
        ...(track.sinceFirstFact === true ? [sentence(t('procedures.stages.since'))] : []),
        ...(track.hiddenAtStart === true ? [sentence(t('procedures.stages.hidden'))] : []),
      ],
      sections: [
        ...track.stages.map((stage) => stageSection(teller, track, stage, moves)),
        ...restOf(teller, track, place, moves),
      ],
    };
  });
}

interface Move {
  readonly from: readonly string[] | 'any';
  readonly to: string | null;
  readonly short: string;
  readonly draft: RuleDraft;
}

function movesOf(teller: PackTeller, track: TrackRule, place: number): readonly Move[] {
  const at = `tracks.${String(place)}`;
  const moved = track.transitions.map((row, number): Move => {
    const draft = describeMove(teller, track, row, `${at}.transitions.${String(number)}`);
    return { from: row.from, to: row.to ?? null, short: draft.title, draft };
  });
  const timed = track.timers.map((timer, number): Move => {
    const draft = describeTimer(teller, track, timer, `${at}.timers.${String(number)}`);
    return { from: timer.from, to: timer.to, short: draft.title, draft };
  });
  return [...moved, ...timed];
}

function stageSection(
  teller: PackTeller,
  track: TrackRule,
  { id, ending }: TrackRule['stages'][number],
  moves: readonly Move[],
): PackSection<RuleDraft> {
  const { t } = teller;
  const out = moves.filter(({ from, to }) => to !== null && to !== id && (from === 'any' || from.includes(id)));
  return {
    anchor: anchorOf(`stage ${track.id} ${id}`),
    title: named(teller, `stage.${track.id}.${id}`),
    code: id,
    intro: [
      ...(ending === true ? [sentence(t('procedures.stages.ending'))] : []),
      sentence(out.length === 0 ? t('procedures.stages.outNone') : `${t('procedures.stages.out')}:`),
    ],
    links: onceEach(out.map(({ short, draft }) => ({ anchor: draft.anchor, text: short }))),
    tables: [],
    rules: moves.filter(({ to }) => to === id).map(({ draft }) => draft),
  };
}

/** What moves nothing: facts that are permitted, taken without a word, or not possible. */
function restOf(
  teller: PackTeller,
  track: TrackRule,
  place: number,
  moves: readonly Move[],
): readonly PackSection<RuleDraft>[] {
  const rules = [
    ...moves.filter(({ to }) => to === null).map(({ draft }) => draft),
    ...quietOf(teller, track, place),
    ...refusedOf(teller, track, place),
  ];
  if (rules.length === 0) return [];
  const title = teller.t('procedures.stages.moves');
  return [{ anchor: anchorOf(`moves ${track.id}`), title, code: null, intro: [], links: [], tables: [], rules }];
}

function describeMove(teller: PackTeller, track: TrackRule, row: TransitionRule, place: string): RuleDraft {
  const { t } = teller;
  const { from, to, by } = row;
  const facts = factsOf(teller, by, 'or');
  const values = {
    facts,
    from: from === 'any' ? '' : stagesOf(teller, track.id, from),
    to: to === undefined ? '' : stageOf(teller, track.id, to),
  };
  const way = to === undefined ? (from === 'any' ? 'stayAny' : 'stay') : from === 'any' ? 'any' : 'to';
  return sourcedDraft(teller, row, {
    covers: [place],
    title: t(to === undefined ? 'procedures.move.stayTitle' : 'procedures.move.title', values),
    sentences: [
      sentence(t(`procedures.move.${way}`, values)),
      ...whatGoesFirst(teller, track, row),
      ...whatItBrings(teller, row),
    ],
  });
}

/** The conditions of earlier rules for the same fact and stage: where one holds, that rule counts and not this one. */
function whatGoesFirst(teller: PackTeller, track: TrackRule, row: TransitionRule): readonly PackSentence[] {
  const earlier = track.transitions
    .slice(0, track.transitions.indexOf(row))
    .filter((other) => other.when !== undefined && sharesStage(other, row) && sharesFact(other, row))
    .flatMap(({ when }) => (when === undefined ? [] : [clauseOf(teller, when)]));
  return earlier.length === 0
    ? []
    : [{ text: teller.t('procedures.move.earlier'), items: itemsOf([...new Set(earlier)]) }];
}

function sharesStage(one: TransitionRule, other: TransitionRule): boolean {
  const { from } = other;
  return one.from === 'any' || from === 'any' || one.from.some((stage) => from.includes(stage));
}

function sharesFact(one: TransitionRule, other: TransitionRule): boolean {
  return one.by.some((left) =>
    other.by.some((right) => {
      if (left.name !== right.name) return false;
      // Two kinds of one fact are apart where a field asks for values that have nothing in common.
      return Object.entries(left.where ?? {}).every(([field, values]) =>
        (right.where?.[field] ?? values).some((value) => values.includes(value)),
      );
    }),
  );
}

function whatItBrings(teller: PackTeller, row: TransitionRule): readonly PackSentence[] {
  const { t } = teller;
  const { when, outcome, guards = [], warnings = [], ref } = row;
  return [
    ...(when === undefined ? [] : [conditionSentence(teller, 'condition', when)]),
    ...(typeof outcome === 'object'
      ? [sentence(t('procedures.move.outcome', { field: fieldsOf(teller, [outcome.field]) }))]
      : []),
    ...(guards.length === 0
      ? []
      : [{ text: t('procedures.move.asks'), items: itemsOf(guards.map((guard) => guardOf(teller, guard))) }]),
    ...(warnings.length === 0
      ? []
      : [{ text: t('procedures.move.warns'), items: itemsOf(warnings.map((code) => warningText(teller, code))) }]),
    ...(ref === undefined ? [] : [sentence(t('procedures.move.ref', { name: quoted(teller, `rule.${ref}`) }))]),
  ];
}

function describeTimer(teller: PackTeller, track: TrackRule, timer: TimerRule, place: string): RuleDraft {
  const values = {
    dates: datesOf(teller, timer.after),
    from: stagesOf(teller, track.id, timer.from),
    to: stageOf(teller, track.id, timer.to),
  };
  return sourcedDraft(teller, timer, {
    covers: [place],
    title: teller.t('procedures.timer.title', values),
    sentences: [sentence(teller.t('procedures.timer.text', values))],
  });
}

function quietOf(teller: PackTeller, { quiet }: TrackRule, place: number): readonly RuleDraft[] {
  if (quiet.length === 0) return [];
  const items = itemsOf(quiet.map((pattern) => factOf(teller, pattern)));
  const covers = quiet.map((_, number) => `tracks.${String(place)}.quiet.${String(number)}`);
  const title = teller.t('procedures.quiet.title');
  return [looseDraft({ covers, title, sentences: [{ text: teller.t('procedures.quiet.text'), items }], rule: quiet })];
}

function refusedOf(teller: PackTeller, track: TrackRule, place: number): readonly RuleDraft[] {
  return track.refusedWith.map((rule, number) => {
    const values = {
      facts: factsOf(teller, rule.by, 'or'),
      from: stagesOf(teller, track.id, rule.from),
      warning: warningText(teller, rule.warning),
    };
    return looseDraft({
      covers: [`tracks.${String(place)}.refusedWith.${String(number)}`],
      title: teller.t('procedures.refused.title', values),
      sentences: [sentence(teller.t('procedures.refused.text', values))],
      rule,
    });
  });
}

/** What permits are made of and what ends every date, as rules beside the dates. */
export function describePermits(teller: PackTeller): readonly RuleDraft[] {
  const { pack } = teller;
  return [...(pack.permits === undefined ? [] : [permitDraft(teller, pack.permits)]), ...leavingOf(teller)];
}

function permitDraft(teller: PackTeller, permits: NonNullable<Pack['permits']>): RuleDraft {
  const { t } = teller;
  const field = fieldsOf(teller, [permits.kindField]);
  const fields = fieldsOf(teller, permits.withdrawnOn);
  return looseDraft({
    covers: ['permits'],
    title: t('procedures.permits.title'),
    rule: permits,
    sentences: [
      sentence(t('procedures.permits.first', { fact: factOf(teller, permits.first), field })),
      sentence(t('procedures.permits.renewed', { fact: factOf(teller, permits.renewed) })),
      sentence(t('procedures.permits.withdrawn', { fact: factOf(teller, permits.withdrawn), fields })),
      sentence(t('procedures.permits.ends', { date: datesOf(teller, [permits.ends]) })),
      sentence(t('procedures.permits.gap', { warning: warningText(teller, permits.gapWarning) })),
    ],
  });
}

function leavingOf(teller: PackTeller): readonly RuleDraft[] {
  const { supersedeAll } = teller.pack;
  if (supersedeAll.length === 0) return [];
  return [
    looseDraft({
      covers: ['supersedeAll'],
      title: teller.t('procedures.leave.title'),
      sentences: [sentence(teller.t('procedures.leave.text', { facts: factsOf(teller, supersedeAll, 'or') }))],
      rule: supersedeAll,
    }),
  ];
}

import type { CivilDate } from '#platform/base';
import {
  describeDocument,
  describeNext,
  describeStage,
  type AnswerDifference,
  type JourneyAnswer,
  type Pack,
} from '#kernel/procedures';
import type { LanguageChoice } from '#kernel/languages/web';
import { trackName } from './track-name.ts';

/** Two answers about one person, each with the packs that gave it. */
export interface AnswersCompared {
  readonly before: JourneyAnswer;
  readonly after: JourneyAnswer;
  readonly packsBefore: readonly Pack[];
  readonly packsAfter: readonly Pack[];
}

type Words = Pick<LanguageChoice, 't' | 'language' | 'formatDay'>;
type DateDifference = Extract<AnswerDifference, { readonly what: 'date' }>;
type OtherDifference = Exclude<AnswerDifference, { readonly what: 'date' | 'stage' }>;

/** What is different about a date, in one sentence with the old day beside the new one. */
export function dateDifferenceWords({ t, formatDay }: Words, { title, before, after }: DateDifference): string {
  // Days of the engine have the form of days; a term in hours ends on the day of its end.
  const dayOf = (due: string): string => formatDay(due.slice(0, 10) as CivilDate);
  if (before === null) return t('casework.change.date.new', { title, after: after === null ? '' : dayOf(after.due) });
  if (after === null) return t('casework.change.date.gone', { title, before: dayOf(before.due) });
  if (before.due !== after.due)
    return t('casework.change.date.moved', { title, before: dayOf(before.due), after: dayOf(after.due) });
  const day = dayOf(after.due);
  const [old, now] =
    before.state === after.state
      ? [t(`casework.change.confidence.${before.confidence}`), t(`casework.change.confidence.${after.confidence}`)]
      : [t(`casework.change.state.${before.state}`), t(`casework.change.state.${after.state}`)];
  const key = before.state === after.state ? 'casework.change.date.confidence' : 'casework.change.date.state';
  return t(key, { title, day, before: old, after: now });
}

/** Any difference in one sentence, by the words of the packs that gave the answers. */
export function differenceWords(words: Words, difference: AnswerDifference, compared: AnswersCompared): string {
  const { t, language } = words;
  if (difference.what === 'date') return dateDifferenceWords(words, difference);
  if (difference.what === 'stage') {
    const named = (packs: readonly Pack[], stage: string | null): string => {
      const pack = packs.find(({ tracks }) => tracks.some(({ id }) => id === difference.track));
      // The answer names a stage with its outcome in brackets.
      const [id] = (stage ?? '').split(' (');
      return pack && id ? describeStage(pack, difference.track, id, language) : t('casework.change.none');
    };
    const [before, after] = [
      named(compared.packsBefore, difference.before),
      named(compared.packsAfter, difference.after),
    ];
    return t('casework.change.stage', { track: trackName(t, difference.track), before, after });
  }
  const text =
    textOf(difference, compared.after, compared.packsAfter, language) ??
    textOf(difference, compared.before, compared.packsBefore, language) ??
    difference.id;
  const key = difference.before === null ? 'new' : difference.after === null ? 'gone' : 'other';
  return t(`casework.change.${key}`, { text });
}

/** The sentence that an answer itself has for a right, duty, paper, warning or step. */
function textOf(
  { what, id }: OtherDifference,
  answer: JourneyAnswer,
  packs: readonly Pack[],
  language: string,
): string | null {
  switch (what) {
    case 'right':
      return answer.rights.find((right) => right.id === id)?.text ?? null;
    case 'obligation':
      return answer.obligations.find((duty) => duty.id === id)?.text ?? null;
    case 'warning':
      return answer.warnings.find(({ code }) => id.split(' ').includes(code))?.text ?? null;
    case 'document': {
      const document = id.split(' ').at(-1) ?? '';
      const pack = packs.find(({ documentIds }) => documentIds.includes(document));
      return pack ? describeDocument(pack, document, language) : null;
    }
    case 'step': {
      const step = answer.next.find(({ by, to, route }) => [by, to, route].filter(Boolean).join(' ') === id);
      const pack = packs.find(({ next }) => step && next.some(({ by }) => by === step.by));
      return step && pack ? describeNext(pack, step, language) : null;
    }
  }
}

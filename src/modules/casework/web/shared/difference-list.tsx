import type { AnswerDifference } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { differenceWords, type AnswersCompared } from './difference-words.ts';

const order = ['date', 'stage', 'right', 'obligation', 'document', 'warning', 'step'] as const;

/** What two answers do not share, in words: dates first, since they are what somebody acts on. */
export function DifferenceList({
  differences,
  compared,
}: {
  readonly differences: readonly AnswerDifference[];
  readonly compared: AnswersCompared;
}) {
  const words = useLanguage();
  return order.map((what) => {
    const own = differences.filter((difference) => difference.what === what);
    if (own.length === 0) return null;
    return (
      <section key={what}>
        <h3>{words.t(`casework.change.what.${what}`)}</h3>
        <ul>
          {own.map((difference, at) => (
            <li key={at}>{differenceWords(words, difference, compared)}</li>
          ))}
        </ul>
      </section>
    );
  });
}

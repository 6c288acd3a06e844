import { wordsOf, type RichText } from '#kernel/content';

/** The sentences of a text; each point of a list stands for itself. */
export function sentencesOf(text: RichText): readonly string[] {
  return text
    .flatMap((part) =>
      part.kind === 'list' ? part.points.flatMap(sentencesOf) : wordsOf([part]).split(/(?<=[.!?:;][”’"]?) /),
    )
    .map((sentence) => sentence.trim());
}

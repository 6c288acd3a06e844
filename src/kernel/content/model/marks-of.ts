import type { Inline, RichText } from './rich-text.ts';
import { withinLine } from './within-line.ts';

/** Ids of all marks of a kind in a text, in their order. */
export function marksOf(text: RichText, kind: 'source' | 'slot' | 'term'): readonly string[] {
  return linesOf(text).flatMap((line) => {
    if (line.kind !== kind) return [];
    return line.kind === 'source' ? [line.source] : line.kind === 'slot' ? [line.slot] : [line.term];
  });
}

function linesOf(text: RichText): readonly Inline[] {
  return text.flatMap((part) =>
    part.kind === 'paragraph' ? part.inside.flatMap(withinLine) : part.points.flatMap(linesOf),
  );
}

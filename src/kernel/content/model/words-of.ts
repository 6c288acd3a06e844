import type { RichText } from './rich-text.ts';
import { withinLine } from './within-line.ts';

/** The plain words of a text, without marks, a blank between two parts: for counting and for reading out. */
export function wordsOf(text: RichText): string {
  const ofPart = (part: RichText[number]): string =>
    part.kind === 'paragraph'
      ? part.inside
          .flatMap(withinLine)
          .map((line) => (line.kind === 'words' ? line.text : ''))
          .join('')
      : part.points.map(wordsOf).join(' ');
  return text.map(ofPart).join(' ').replaceAll(/\s+/g, ' ').trim();
}

import { checkOfficeFile } from '../../model/judge/check-office-file.ts';
import { textOfParagraph } from './letter-blocks.ts';

/** Where a tag stands: the number of the line, counted over paragraphs that hold text, and its words. */
export interface TagPlace {
  readonly tag: string;
  readonly line: number;
  readonly words: string;
}

const longestLine = 160;

/**
 * The lines of a Word file in which these tags stand, so that whoever wrote the template finds them. A
 * file that cannot be read has none. Headers and footers count after the text.
 */
export function placesOfTags(docx: Uint8Array, tags: readonly string[]): readonly TagPlace[] {
  const parts = checkOfficeFile(docx, 'docx');
  if (!parts.ok) return [];
  const read = [...parts.value].filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name));
  const inOrder = read.toSorted(([left], [right]) => rankOf(left) - rankOf(right));
  const lines = inOrder.flatMap(([, xml]) =>
    [...xml.matchAll(/<w:p(?:\s[^>]*)?>.*?<\/w:p>/gs)]
      .map(([paragraph]) => textOfParagraph(paragraph).trim())
      .filter((words) => words !== ''),
  );
  return [...new Set(tags)].flatMap((tag) =>
    lines.flatMap((words, at) => (hasTag(words, tag) ? [{ tag, line: at + 1, words: shortened(words) }] : [])),
  );
}

const rankOf = (name: string): number => (name === 'word/document.xml' ? 0 : 1);

/** The library tells tags without their braces, marks and spaces, and broken ones as they stand. */
function hasTag(line: string, tag: string): boolean {
  const bare = (text: string): string => text.replaceAll(/[\s{}#^/]/g, '');
  return bare(tag) !== '' && bare(line).includes(bare(tag));
}

function shortened(words: string): string {
  const letters = Array.from(words);
  return letters.length > longestLine ? `${letters.slice(0, longestLine).join('')}…` : words;
}

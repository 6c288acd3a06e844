import { ok, refuse, type Result } from '#platform/base';
import type { FileRefusal } from '../../model/file-refusal.ts';
import type { LetterBlock } from '../../model/letter-block.ts';
import { checkOfficeFile } from '../../model/judge/check-office-file.ts';

/**
 * The words of a filled letter as blocks, so that the same letter can be set as a PDF. Layout is not
 * carried over: headings, lists and lines that stand close (style "No Spacing") are, pictures are not.
 */
export function readLetterBlocks(docx: Uint8Array): Result<readonly LetterBlock[], FileRefusal> {
  const parts = checkOfficeFile(docx, 'docx');
  if (!parts.ok) return parts;
  const body = parts.value.get('word/document.xml');
  if (body === undefined) return refuse({ type: 'FileUnreadable' });
  const blocks: LetterBlock[] = [];
  for (const [paragraph] of body.matchAll(/<w:p(?:\s[^>]*)?>.*?<\/w:p>/gs)) {
    const words = textOfParagraph(paragraph);
    if (words.trim() !== '') addParagraph(blocks, kindOf(paragraph), words);
    else endRun(blocks);
  }
  return ok(blocks.filter((block) => block.kind !== 'lines' || block.lines.length > 0));
}

type ParagraphKind = 'heading' | 'paragraph' | 'lines' | 'list' | 'quote';

function kindOf(paragraph: string): ParagraphKind {
  const style = /<w:pStyle\b[^>]*\bw:val="([^"]*)"/.exec(paragraph)?.[1] ?? '';
  if (/^(heading|title|kop)/i.test(style)) return 'heading';
  if (/^nospacing$/i.test(style)) return 'lines';
  if (/quote|citaat/i.test(style)) return 'quote';
  return /<w:numPr>/.test(paragraph) ? 'list' : 'paragraph';
}

function addParagraph(blocks: LetterBlock[], kind: ParagraphKind, words: string): void {
  const last = blocks.at(-1);
  if (kind === 'lines' && last?.kind === 'lines') blocks[blocks.length - 1] = { kind, lines: [...last.lines, words] };
  else if (kind === 'list' && last?.kind === 'list')
    blocks[blocks.length - 1] = { kind, items: [...last.items, words] };
  else if (kind === 'lines') blocks.push({ kind, lines: [words] });
  else if (kind === 'list') blocks.push({ kind, items: [words] });
  else blocks.push({ kind, words });
}

/** An empty paragraph ends a run of close lines; the mark is dropped at the end. */
function endRun(blocks: LetterBlock[]): void {
  if (blocks.at(-1)?.kind === 'lines') blocks.push({ kind: 'lines', lines: [] });
}

/** The words of one paragraph of a Word file, with line breaks kept. */
export function textOfParagraph(paragraph: string): string {
  const pieces = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|cr|tab)\b[^>]*\/>/g)];
  return pieces
    .map(([, text, mark]) => (text === undefined ? (mark === 'tab' ? ' ' : '\n') : readEntities(text)))
    .join('');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

import { Parser } from 'htmlparser2';
import { plainWords, richWords } from './rich-words.ts';

/** What a page says, as our own structure. */
export interface PageText {
  readonly title: string;
  /** Texts of a course, each to the next heading. */
  readonly parts: readonly string[];
  /** What was left out, each by its name in the page. */
  readonly left: readonly string[];
}

/** A piece of a text that stands by itself. */
interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'point';
  readonly words: string;
  readonly before: string;
}

const headings = /^h[1-6]$/;
const breaks = new Set(
  'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What is in them is not said on the page, or not in words. */
const silent = new Set(
  'applet audio button canvas embed iframe map math noscript object script select style svg template textarea video'.split(
    ' ',
  ),
);
/** Left out without a word: they only say how the page looks. */
const looks = new Set(['style', 'noscript', 'template', 'map']);
const alone = new Set(['img', 'input', 'embed']);

/** Reads a page: headings, paragraphs and lists stay as words of ours, nothing of it as HTML. Never more than it is given. */
export function readPage(html: string): PageText {
  const reader = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (words) => reader.say(words),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return reader.told();
}

class PageReader {
  private readonly pieces: Piece[] = [];
  private readonly left = new Set<string>();
  private readonly lists: ('ul' | 'ol')[] = [];
  private words = '';
  private title = '';
  private hidden: string[] = [];
  private heading = false;
  private inTitle = false;
  private cells = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silent.has(name) || alone.has(name)) this.leave(name, attributes);
    if (silent.has(name) && !alone.has(name)) this.hidden.push(name);
    if (this.hidden.length > 0) return;
    if (name === 'title') this.inTitle = true;
    const { href = '' } = attributes;
    if (name === 'a' && /^https?:/i.test(href)) this.left.add(`link ${href}`);
    if (name === 'table') this.left.add('table');
    if ((name === 'td' || name === 'th') && this.cells > 0) this.words += ' · ';
    else if (breaks.has(name) || headings.test(name)) this.flush();
    if (name === 'td' || name === 'th') this.cells += 1;
    if (name === 'ul' || name === 'ol') this.lists.push(name);
    if (headings.test(name)) this.heading = true;
  }

  say(words: string): void {
    if (this.hidden.length > 0) return;
    if (this.inTitle) this.title += words;
    else this.words += words;
  }

  close(name: string): void {
    const at = this.hidden.lastIndexOf(name);
    if (at >= 0) this.hidden = this.hidden.slice(0, at);
    if (this.hidden.length > 0) return;
    if (name === 'title') this.inTitle = false;
    if (name === 'td' || name === 'th') return;
    if (name === 'tr') this.cells = 0;
    if (breaks.has(name) || headings.test(name)) this.flush();
    if (headings.test(name)) this.heading = false;
    if (name === 'ul' || name === 'ol') this.lists.pop();
  }

  told(): PageText {
    this.flush();
    const first = this.pieces.find(({ kind }) => kind === 'heading')?.words ?? '';
    const title = plainWords(this.title) || first;
    return { title, parts: inParts(this.pieces), left: [...this.left] };
  }

  private flush(): void {
    const words = plainWords(this.words);
    this.words = '';
    if (words === '') return;
    const list = this.lists.at(-1);
    const kind = this.heading ? 'heading' : list === undefined ? 'paragraph' : 'point';
    this.pieces.push({ kind, words, before: list === 'ol' ? '1. ' : '- ' });
  }

  private leave(name: string, { src, data, alt, type }: Readonly<Record<string, string | undefined>>): void {
    if (looks.has(name) || (name === 'input' && type === 'hidden')) return;
    this.left.add([name, plainWords(src ?? data ?? alt ?? '')].filter(Boolean).join(' '));
  }
}

/** Texts of a course: each begins with a heading, except the first where something stands before it. */
function inParts(pieces: readonly Piece[]): readonly string[] {
  const parts: string[] = [];
  let last: Piece | null = null;
  for (const piece of pieces) {
    const said = sayPiece(piece);
    const open = parts.at(-1);
    if (open === undefined || piece.kind === 'heading') parts.push(said);
    else {
      const follows = piece.kind === 'point' && last?.kind === 'point' && last.before === piece.before;
      parts[parts.length - 1] = `${open}${follows ? '\n' : '\n\n'}${said}`;
    }
    last = piece;
  }
  return parts;
}

function sayPiece({ kind, words, before }: Piece): string {
  if (kind === 'point') return before + richWords(words);
  // Words that begin or end with a mark cannot be set apart by marks (CommonMark, 6.2).
  const apart = kind === 'heading' && /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$/u.test(words);
  return apart ? `**${richWords(words)}**` : richWords(words);
}

/** Somebody to be invited. */
export interface ToInvite {
  /** What only the organisation understands: a staff number. */
  readonly label: string;
  /** Where one letter with the link goes; null where the organisation hands it over itself. */
  readonly mail: string | null;
}

/** Why a line invites nobody. */
export type LineFault =
  'LabelMissing' | 'LabelLong' | 'LabelIsMail' | 'LabelTwice' | 'LabelTaken' | 'MailWrong' | 'LineWide';

/** A line of what was pasted that cannot be taken, counted from 1. */
export interface WrongLine {
  readonly line: number;
  readonly fault: LineFault;
}

export const longestLabel = 60;
/** So many people are invited at once. */
export const mostInvited = 200;
/** Letters that one person may have sent in a day: a large training desk, and no more. */
export const mostLetters = 400;

// Looked at again by whoever receives letters; here it catches slips.
const looksLikeMail = /^[^\s@"<>(),;]+@[^\s@"<>(),;]+\.[^\s@"<>(),;.]{2,}$/;
/** First cells by which a table says what stands below. */
const headings: ReadonlySet<string> = new Set(['label', 'code', 'nummer', 'number', 'personeelsnummer']);

/** A label as it is kept: blanks at the ends and doubled ones are no part of it. */
export function toLabel(typed: string): string {
  return typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/**
 * People from pasted lines, one a line: a label, and a mail address where there is one, parted by a comma, a semicolon or a
 * tabulator, as programs for tables write them. Empty lines and a line of headings are passed over. `taken` are labels that the
 * organisation uses already. Each line that cannot be taken is named with why; capital and small letters make no other label.
 */
export function readInvitationLines(
  text: string,
  taken: readonly string[],
): { readonly people: readonly ToInvite[]; readonly wrong: readonly WrongLine[] } {
  const people: ToInvite[] = [];
  const wrong: WrongLine[] = [];
  const there = new Set(taken.map(sameLabel));
  const seen = new Set<string>();
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, at) => {
      const [first = '', second = '', ...more] = cellsOf(line);
      const label = toLabel(first);
      if (line.trim() === '' || (at === 0 && headings.has(sameLabel(label)))) return;
      const mail = second.trim();
      const fault = more.some((cell) => cell.trim() !== '') ? 'LineWide' : faultOf(label, mail, there, seen);
      seen.add(sameLabel(label));
      if (fault === null) people.push({ label, mail: mail === '' ? null : mail });
      else wrong.push({ line: at + 1, fault });
    });
  return { people, wrong };
}

function faultOf(label: string, mail: string, there: ReadonlySet<string>, seen: ReadonlySet<string>): LineFault | null {
  if (label === '') return 'LabelMissing';
  if (label.length > longestLabel) return 'LabelLong';
  if (label.includes('@')) return 'LabelIsMail';
  if (seen.has(sameLabel(label))) return 'LabelTwice';
  if (there.has(sameLabel(label))) return 'LabelTaken';
  return mail !== '' && !(mail.length <= 254 && looksLikeMail.test(mail)) ? 'MailWrong' : null;
}

/** What makes two labels the same. */
export function sameLabel(label: string): string {
  return toLabel(label).toLowerCase();
}

/** The cells of a line: parted by the first sign of the three that it has; in quotes it is part of a cell (RFC 4180). */
function cellsOf(line: string): readonly string[] {
  const parter = /[\t;,]/.exec(line.replaceAll(/"(?:[^"]|"")*"/g, ''))?.[0] ?? ',';
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (quoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (sign === parter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

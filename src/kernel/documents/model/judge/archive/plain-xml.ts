const piece =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[(?<raw>[^]*?)\]\]>|<\/(?<end>[^\s<>/="'&!?]+)\s*>|<(?<name>[^\s<>/="'&!?]+)(?<attributes>(?:\s+[^\s<>/="'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<words>[^<]+)/y;
const attribute = /([^\s<>/="'&]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const reference = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));|&/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The same XML in one spelling: no comments, instructions or raw sections, values in double quotes, only
 * `& < > "` written as references. Without this a part could write `&#104;ttp:` or hide behind a `>` in a
 * value what the rules look for. Null when it is no well-written XML.
 */
export function plainXml(text: string): string | null {
  const pieces: string[] = [];
  piece.lastIndex = 0;
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    const found = piece.exec(text)?.groups;
    if (!found) return null;
    const written = writePiece(found);
    if (written === null) return null;
    pieces.push(written);
  }
  return pieces.join('');
}

function writePiece(found: Readonly<Record<string, string | undefined>>): string | null {
  if (found['raw'] !== undefined) return escape(found['raw']);
  if (found['end'] !== undefined) return `</${found['end']}>`;
  if (found['words'] !== undefined) return respell(found['words']);
  if (found['name'] === undefined) return '';
  if (found['attributes'] === '') return `<${found['name']}${found['empty'] ?? ''}>`;
  const values: string[] = [];
  for (const [, name = '', double, single] of (found['attributes'] ?? '').matchAll(attribute)) {
    const value = respell(double ?? single ?? '');
    if (value === null) return null;
    values.push(` ${name}="${value}"`);
  }
  return `<${found['name']}${values.join('')}${found['empty'] ?? ''}>`;
}

/** Resolves references and writes only those that are needed; null for one that means nothing here. */
function respell(text: string): string | null {
  // Nearly every text is plain already, and an office file has many.
  if (!/[&>"]/.test(text)) return text;
  let isKnown = true;
  const words = text.replaceAll(
    reference,
    (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      const known = name === undefined ? undefined : named[name];
      if (known !== undefined) return known;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (Number.isInteger(point) && point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
      isKnown = false;
      return '';
    },
  );
  return isKnown ? escape(words) : null;
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

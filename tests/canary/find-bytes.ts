import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text as bytes in one of the forms in which it could lie somewhere. */
interface Form {
  readonly form: string;
  readonly bytes: Buffer;
}

/**
 * Every form that is searched: UTF-8, UTF-16 in both orders, base64 and base64url at the three offsets
 * at which a text can stand in a longer one, hexadecimal in both cases; as written and in small letters.
 */
export function formsOf(text: string): readonly Form[] {
  return [...new Set([text, text.toLowerCase()])].flatMap((spelled) => {
    const utf8 = Buffer.from(spelled, 'utf8');
    const little = Buffer.from(spelled, 'utf16le');
    const hex = utf8.toString('hex');
    return [
      { form: 'utf-8', bytes: utf8 },
      { form: 'utf-16le', bytes: little },
      { form: 'utf-16be', bytes: Buffer.from(little).swap16() },
      ...[0, 1, 2].flatMap((offset) => base64At(utf8, offset)),
      { form: 'hex', bytes: Buffer.from(hex) },
      { form: 'HEX', bytes: Buffer.from(hex.toUpperCase()) },
    ];
  });
}

/**
 * All letters that follow from the text alone, and only those: at both edges a letter also holds bits of what stands beside it. Fewer letters of a
 * short text would be met by chance in so much that is encrypted.
 */
function base64At(bytes: Buffer, offset: number): readonly Form[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(2)]).toString('base64');
  const letters = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  const url = letters.replaceAll('+', '-').replaceAll('/', '_');
  return [
    { form: `base64 at ${offset}`, bytes: Buffer.from(letters) },
    { form: `base64url at ${offset}`, bytes: Buffer.from(url) },
  ];
}

/** Where which text was found, in which form; empty when nothing was. */
export function findIn(place: string, content: Buffer, texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const found = formsOf(text).find(({ bytes }) => content.includes(bytes));
    return found ? [`${text} as ${found.form} in ${place}`] : [];
  });
}

/** The same for every file below a folder; files that vanish meanwhile are passed over. */
export function findInFolder(folder: string, texts: readonly string[]): readonly string[] {
  return filesBelow(folder).flatMap((file) => {
    try {
      return findIn(file, readFileSync(file), texts);
    } catch {
      return [];
    }
  });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && statSync(path, { throwIfNoEntry: false }) ? [path] : [];
  });
}

import { isUtf8 } from 'node:buffer';

/** The first of a page is read for its head; what begins later has none. */
const headWithin = 65_536;

/**
 * Puts a script before all others into a page, and changes nothing else. The page may be written in any way in which letters of ASCII are
 * one byte, or in UTF-16 with its mark.
 */
export function putClient(page: Uint8Array, address: string): Uint8Array {
  const element = `<script src="${address}"></script>`;
  const wide = page[0] === 0xff && page[1] === 0xfe ? 'utf16le' : null;
  const start = Buffer.from(page.buffer, page.byteOffset, Math.min(page.length, headWithin)).toString(wide ?? 'latin1');
  // Where there is no head, after what may stand before one: a mark, a document type, comments, the root.
  const head =
    /<head(\s[^<>]*)?>/iu.exec(start) ??
    /^(\uFEFF|ï»¿)?(\s|<!--[\s\S]*?-->|<![^>]*>|<\?[^>]*>|<html(\s[^>]*)?>)*/iu.exec(start);
  const at = (head === null ? 0 : head.index + head[0].length) * (wide === null ? 1 : 2);
  return Buffer.concat([page.subarray(0, at), Buffer.from(element, wide ?? 'latin1'), page.subarray(at)]);
}

/** What is said of how a text is written: only what is certain, so that older pages say it themselves. */
export function charsetOf(text: Uint8Array): string {
  return isUtf8(text) ? '; charset=utf-8' : '';
}

import { Unzlib } from 'fflate';

/** What the lists of a file may unpack to, all together; those of a thousand pages are some 5 MB. */
const mostUnpacked = 64 * 1_048_576;
const longestDict = 20_000;
const piece = 4_096;

/**
 * Whether the packed lists of objects of a PDF become too large when they are unpacked, or are packed in a way that nobody
 * packs them in. They are what every reader unpacks before it can say anything of a file.
 */
export function unpacksTooMuch(bytes: Uint8Array): boolean {
  const text = asLatin(bytes);
  let left = mostUnpacked;
  for (const { index, 0: word } of text.matchAll(/stream\r?\n/g)) {
    const dict = plainNames(text.slice(Math.max(text.lastIndexOf('obj', index), index - longestDict), index));
    if (!/\/(ObjStm|XRef)\b/.test(dict)) continue;
    const filters = dict.match(/\/[A-Za-z0-9]+Decode\b|\/(Fl|LZW|RL|AHx|A85)\b/g) ?? [];
    if (filters.length === 0) continue;
    if (filters.length > 1 || filters[0] !== '/FlateDecode') return true;
    left -= unpackedLength(bytes.subarray(index + word.length), left);
    if (left <= 0) return true;
  }
  return false;
}

/** How long what is packed at the beginning of these bytes becomes; counts no further than somewhat above `most`. */
function unpackedLength(bytes: Uint8Array, most: number): number {
  let length = 0;
  let ended = false;
  const unpack = new Unzlib((chunk, final) => {
    length += chunk.length;
    ended = final;
  });
  try {
    for (let at = 0; at < bytes.length && length < most && !ended; at += piece)
      unpack.push(bytes.subarray(at, at + piece));
  } catch {
    // Not packed as it says: whoever reads it next finds that out too.
  }
  return length;
}

/** Names may be written with codes in the place of letters. */
function plainNames(dict: string): string {
  return dict.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** One character a byte. */
function asLatin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

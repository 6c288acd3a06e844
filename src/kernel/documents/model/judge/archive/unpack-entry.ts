import { inflateSync } from 'fflate';
import { ok, refuse, type Result } from '#platform/base';
import type { FileRefusal } from '../../file-refusal.ts';
import type { ArchiveEntry } from './central-directory.ts';
import { plainXml } from './plain-xml.ts';

/**
 * Unpacks one entry into the room it declared and one byte more, which the library never exceeds. One
 * that does not fit exactly is refused, so a list that lies about sizes cannot fill the memory.
 */
export function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry): Result<Uint8Array, FileRefusal> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) return packed.length === entry.unpacked ? ok(packed) : refuse({ type: 'FileUnreadable' });
  try {
    const unpacked = inflateSync(packed, { out: new Uint8Array(entry.unpacked + 1) });
    return unpacked.length === entry.unpacked ? ok(unpacked) : refuse({ type: 'FileUnreadable' });
  } catch {
    // The library throws for every kind of broken stream; all of them mean the same to the reader.
    return refuse({ type: 'FileUnreadable' });
  }
}

const encodings = /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i;

/**
 * Text of an XML entry in one plain spelling (`plainXml`): UTF-8 only and without a document type, which
 * could read or repeat what is elsewhere.
 */
export function unpackXml(bytes: Uint8Array, entry: ArchiveEntry): Result<string, FileRefusal> {
  const unpacked = unpackEntry(bytes, entry);
  if (!unpacked.ok) return unpacked;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked.value);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return refuse({ type: 'XmlHasDtd' });
    const plain = encodings.test(text) || text.includes('\0') ? null : plainXml(text);
    return plain === null ? refuse({ type: 'FileUnreadable' }) : ok(plain);
  } catch {
    // Another encoding could hide what is looked for above.
    return refuse({ type: 'FileUnreadable' });
  }
}

import { ok, refuse, type Result } from '#platform/base';
import { fileLimits } from '../../file-kind.ts';
import type { FileRefusal } from '../../file-refusal.ts';

/** One file of an archive, as the list at its end declares it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const stored = 0;
const deflated = 8;

/**
 * Reads the list at the end of a zip archive and judges it before anything is unpacked: entries, sizes,
 * ratio, paths, links, passwords (security design, section 12). An archive that lies here is caught
 * again when an entry unpacks to another size.
 */
export function readCentralDirectory(bytes: Uint8Array): Result<readonly ArchiveEntry[], FileRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return refuse({ type: 'FileUnreadable' });
  const count = view.getUint16(end + 10, true);
  if (count > fileLimits.entries) return refuse({ type: 'ArchiveTooManyEntries' });
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, at, end);
    if (!read.ok) return read;
    entries.push(read.value.entry);
    at = read.value.next;
  }
  return at === end ? judge(entries, bytes.length) : refuse({ type: 'FileUnreadable' });
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    // The comment must reach the end of the file exactly, or two readers could see two archives.
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
): Result<{ readonly entry: ArchiveEntry; readonly next: number }, FileRefusal> {
  const broken = refuse({ type: 'FileUnreadable' });
  if (at + 46 > end || view.getUint32(at, true) !== entryMark) return broken;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) return broken;
  const flags = view.getUint16(at + 8, true);
  if ((flags & 0x0041) !== 0) return refuse({ type: 'ArchiveEncrypted' });
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = new TextDecoder().decode(nameBytes);
  const mode = (view.getUint32(at + 38, true) >>> 16) & 0xf000;
  if (!isPlainPath(name) || mode === 0xa000) return refuse({ type: 'ArchivePath' });
  const local = view.getUint32(at + 42, true);
  if (local + 30 > end || view.getUint32(local, true) !== localMark) return broken;
  const localName = view.getUint16(local + 26, true);
  const localBytes = bytes.subarray(local + 30, local + 30 + localName);
  // Some readers trust the name beside the bytes, others the one in the list: they must agree.
  if (localBytes.length !== nameLength || localBytes.some((byte, index) => byte !== nameBytes[index])) return broken;
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    start: local + 30 + localName + view.getUint16(local + 28, true),
  };
  return ok({ entry, next });
}

function isPlainPath(name: string): boolean {
  if (name === '' || /^[/\\]|^[a-z]:|[\\\p{Cc}\ufffd]/iu.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}

function judge(entries: readonly ArchiveEntry[], length: number): Result<readonly ArchiveEntry[], FileRefusal> {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return refuse({ type: 'FileUnreadable' });
  if (entries.some(({ method }) => method !== stored && method !== deflated)) return refuse({ type: 'FileUnreadable' });
  const unpacked = sum(entries, 'unpacked');
  const packed = sum(entries, 'packed');
  if (unpacked > fileLimits.unpackedBytes) return refuse({ type: 'ArchiveTooLarge' });
  if (entries.some(isBomb) || unpacked > fileLimits.ratio * length) return refuse({ type: 'ArchiveRatio' });
  // Entries that share the same packed bytes would add up to more than the file.
  if (packed > length || entries.some(({ start, packed: size }) => start + size > length))
    return refuse({ type: 'FileUnreadable' });
  return ok(entries);
}

function isBomb({ packed, unpacked }: ArchiveEntry): boolean {
  return unpacked > fileLimits.ratio * Math.max(1, packed);
}

function sum(entries: readonly ArchiveEntry[], key: 'packed' | 'unpacked'): number {
  return entries.reduce((total, entry) => total + entry[key], 0);
}

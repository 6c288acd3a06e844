import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fromFd, type Entry, type ZipFile } from 'yauzl';
import { refused, type PackageProblem } from './package-report.ts';

/** Bounds of a package (learning design, 7.2), in bytes, entries, characters and folders. */
export const archiveCaps = {
  file: 200_000_000,
  unpacked: 500_000_000,
  entries: 5_000,
  entryRatio: 200,
  denseFrom: 1_000_000,
  ratio: 100,
  name: 240,
  depth: 20,
} as const;

/** The files of an archive that is safe to read; names as they stand in it. */
export interface Archive {
  /** Bytes of the file, and of all that is in it. */
  readonly bytes: number;
  readonly unpacked: number;
  readonly names: ReadonlySet<string>;
  /** The bytes of a file; null where there is none, or where it is larger than `most`. */
  read(name: string, most: number): Promise<Uint8Array | null>;
  close(): void;
}

export type OpenedArchive =
  | { readonly ok: true; readonly archive: Archive }
  | { readonly ok: false; readonly problems: readonly PackageProblem[] };

/**
 * Opens a ZIP after looking at its whole directory, and reads every file in it once, in parts, to hold it to the size and checksum
 * that it states. Nothing is written anywhere. ZIP64 is read.
 */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const bytes = statSync(path).size;
  if (bytes > archiveCaps.file)
    return {
      ok: false,
      problems: [refused('too-large', 'The file is larger than 200 MB. Ask for a smaller package.')],
    };
  const zip = await openZip(path);
  if (zip === null)
    return {
      ok: false,
      problems: [refused('not-a-zip', 'This is no ZIP file, or it is damaged. Ask for the package again.')],
    };
  const listed = await listEntries(zip);
  const problems = listed === null ? [damaged] : directoryProblems(listed, bytes);
  const files = new Map((listed ?? []).filter(isFile).map((entry) => [nameOf(entry), entry]));
  const corrupt = problems.length > 0 ? [] : await corruptEntries(zip, files);
  if (problems.length > 0 || corrupt.length > 0) {
    zip.close();
    return { ok: false, problems: [...problems, ...corrupt] };
  }
  const archive: Archive = {
    bytes,
    unpacked: [...files.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
    names: new Set(files.keys()),
    read: (name, most) => {
      const entry = files.get(name);
      return entry === undefined || entry.uncompressedSize > most ? Promise.resolve(null) : readEntry(zip, entry);
    },
    close: () => zip.close(),
  };
  return { ok: true, archive };
}

const damaged = refused('corrupt-entry', 'The list of files in the package is damaged. Ask for the package again.');

function isFile(entry: Entry): boolean {
  return !nameOf(entry).endsWith('/');
}

/** The name as it stands in the file: names are judged here, and never made to fit. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  return Buffer.from(fileNameRaw).toString((generalPurposeBitFlag & 0x800) === 0 ? 'latin1' : 'utf8');
}

async function openZip(path: string): Promise<ZipFile | null> {
  const fd = openSync(path, 'r');
  const start = Buffer.alloc(4);
  readSync(fd, start, 0, 4, 0);
  // Other files may end in something that looks like a ZIP: one of ours begins with a file, or is empty.
  const begins = start.readUInt32LE(0);
  if (begins !== 0x04034b50 && begins !== 0x06054b50) {
    closeSync(fd);
    return null;
  }
  return new Promise((resolve) => {
    fromFd(fd, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) closeSync(fd);
      resolve(error ? null : zip);
    });
  });
}

/** Every entry of the directory, one more than allowed at most; null where it is damaged. */
function listEntries(zip: ZipFile): Promise<readonly Entry[] | null> {
  return new Promise((resolve) => {
    const found: Entry[] = [];
    zip.on('error', () => resolve(null));
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      found.push(entry);
      if (found.length > archiveCaps.entries) resolve(found);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function directoryProblems(entries: readonly Entry[], bytes: number): readonly PackageProblem[] {
  if (entries.length > archiveCaps.entries)
    return [refused('too-many-files', 'There are more than 5,000 files in the package.')];
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const key = foldName(nameOf(entry));
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const files = new Set(entries.filter(isFile).map((entry) => foldName(nameOf(entry))));
  return [
    ...entries.flatMap(entryProblems),
    ...[...seen].flatMap(([name, times]) =>
      times > 1 || isWithinFile(name, files)
        ? [refused('duplicate-entry', 'Two files of the package have the same name.', name)]
        : [],
    ),
    ...(unpacked > archiveCaps.unpacked
      ? [refused('too-large', 'Unpacked, the package is larger than 500 MB. Ask for a smaller one.')]
      : []),
    ...(unpacked > archiveCaps.denseFrom && unpacked > bytes * archiveCaps.ratio
      ? [refused('too-dense', 'The package would grow more than a hundredfold when unpacked.')]
      : []),
  ];
}

/** Names that differ in capitals, or in how a letter is written, are one file on many machines. */
function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/\/$/, '');
}

/** Whether a name has a file for its folder. */
function isWithinFile(name: string, files: ReadonlySet<string>): boolean {
  const parts = name.split('/').slice(0, archiveCaps.depth);
  return parts.slice(1).some((_, at) => files.has(parts.slice(0, at + 1).join('/')));
}

function entryProblems(entry: Entry): readonly PackageProblem[] {
  const name = nameOf(entry);
  const { uncompressedSize, compressedSize } = entry;
  const dense = uncompressedSize > archiveCaps.denseFrom && uncompressedSize > compressedSize * archiveCaps.entryRatio;
  return [
    ...(isUnsafe(name) ? [refused('unsafe-path', 'A file has a name that leads out of the package.', name)] : []),
    ...(isSpecial(entry) ? [refused('link-entry', 'An entry is a link or a device instead of a file.', name)] : []),
    ...((entry.generalPurposeBitFlag & 1) === 1
      ? [refused('encrypted', 'A file is encrypted. Ask for the package without a password.', name)]
      : []),
    ...(dense ? [refused('too-dense', 'A file would grow more than two hundredfold when unpacked.', name)] : []),
  ];
}

function isUnsafe(name: string): boolean {
  const parts = name.split('/');
  return (
    name === '' ||
    name.length > archiveCaps.name ||
    parts.length > archiveCaps.depth ||
    parts.some((part) => part === '..' || part === '.') ||
    /^\/|^[a-z]:|\\|\p{Cc}/iu.test(name)
  );
}

/** A link, a device, a pipe or a socket, by the mode that Unix archivers keep. */
function isSpecial({ externalFileAttributes, versionMadeBy }: Entry): boolean {
  if (versionMadeBy >>> 8 !== 3 && versionMadeBy >>> 8 !== 19) return false;
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type !== 0 && type !== 0o100000 && type !== 0o040000;
}

async function corruptEntries(zip: ZipFile, files: ReadonlyMap<string, Entry>): Promise<readonly PackageProblem[]> {
  const found: PackageProblem[] = [];
  let inflated = 0;
  for (const [name, entry] of files) {
    const sum = await sumOf(zip, entry, (length) => {
      inflated += length;
      return inflated <= archiveCaps.unpacked;
    });
    if (sum !== entry.crc32)
      found.push(refused('corrupt-entry', 'A file is not as the package says it is. Ask for the package again.', name));
  }
  return found;
}

/** The checksum of what is really there; null where it cannot be read, is longer than stated, or nothing more may be inflated. */
function sumOf(zip: ZipFile, entry: Entry, mayTake: (length: number) => boolean): Promise<number | null> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return resolve(null);
      let sum = 0;
      stream.on('data', (part: Buffer) => {
        sum = crc32(part, sum);
        if (!mayTake(part.length)) stream.destroy(new Error('too much'));
      });
      stream.on('error', () => resolve(null));
      stream.on('end', () => resolve(sum));
      return undefined;
    });
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return resolve(null);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', () => resolve(null));
      stream.on('end', () => resolve(Uint8Array.from(Buffer.concat(parts))));
      return undefined;
    });
  });
}

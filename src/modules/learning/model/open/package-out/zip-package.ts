import { strToU8, zipSync } from 'fflate';

/** The time that stands in every entry, so that the same files are the same bytes whenever they are put together. */
const always = new Date(1980, 0, 1, 0, 0, 0);

/** Puts files into one archive; the same files give the same bytes, in whatever order they come. */
export function zipPackage(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const entries = [...files].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const all = entries.map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file] as const);
  return zipSync(Object.fromEntries(all), { level: 9, mtime: always });
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CivilDate } from '#platform/base';

const starter = join(import.meta.dirname, 'starter');

/** Why no pack was begun: a name that cannot be one, or a folder that is there already. */
export type NewPackRefusal = 'country-malformed' | 'name-malformed' | 'exists';

/**
 * Begins a pack: `packs/<country>/<country>-<name>`, with the files all packs of the country share where they are not there
 * yet. Every rule in it is marked as not verified and cites a source that says "to do", so nothing is claimed that nobody
 * looked up; `pack check` has nothing to find. Gives the files that were written; never writes over one.
 */
export function newPack(
  root: string,
  { country, name, today }: { readonly country: string; readonly name: string; readonly today: CivilDate },
): readonly string[] | NewPackRefusal {
  if (!/^[a-z]{2}$/.test(country)) return 'country-malformed';
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(name)) return 'name-malformed';
  const shared = join(root, country);
  const folder = join(shared, `${country}-${name}`);
  if (existsSync(folder)) return 'exists';
  const fill = (text: string): string =>
    text.replaceAll('COUNTRY', country).replaceAll('NAME', name).replaceAll('TODAY', today);
  const begun = existsSync(shared);
  try {
    return [
      ...(begun ? [] : copyFilled(join(starter, 'country'), shared, fill)),
      ...copyFilled(join(starter, 'pack'), folder, fill),
    ];
  } catch (error) {
    // Half a pack would be found by the check and by nobody else: all of it or nothing.
    rmSync(begun ? folder : shared, { recursive: true, force: true });
    throw error;
  }
}

function copyFilled(from: string, to: string, fill: (text: string) => string): readonly string[] {
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const path = join(to, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, fill(readFileSync(join(from, file), 'utf8')), { flag: 'wx' });
      return path;
    });
}

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap } from 'yaml';
import { lineOf, openYaml, type OpenYaml } from '../yaml-lines.ts';

/** Where a finding is: a file of the pack, and the way to a place in it. */
export interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

/** A place with its line. */
export type LinedPlace = Pick<Place, 'file'> & { readonly line: number };

/** The YAML of a pack, opened to find lines in it. */
export interface PackLines {
  /**
   * The line of a place; 1 where it cannot be found. A message that the pack does not have itself stands in the words of its
   * country; one that neither has gets the line after which it belongs, by the order of another language.
   */
  readonly placeOf: (place: Place) => LinedPlace;
  /** Whether a message stands in the words of the pack itself, not in those of its country. */
  readonly isOwn: (language: string, key: string) => boolean;
}

/** Opens the files of a pack as they are asked for. */
export function openPackLines(folder: string): PackLines {
  const files = new Map<string, OpenYaml | null>();
  const read = (name: string): OpenYaml | null => {
    if (!files.has(name)) files.set(name, openYaml(join(folder, name)));
    return files.get(name) ?? null;
  };
  const has = (name: string, key: PropertyKey): boolean => read(name)?.document.has(key) === true;
  return {
    placeOf: ({ file: named, path }) => {
      const [key] = path;
      const isMessage = named.startsWith('text/') && key !== undefined;
      if (isMessage && !has(named, key) && !has(`../${named}`, key))
        return placeOfMissing(folder, named, String(key), read);
      const file = isMessage && !has(named, key) ? `../${named}` : named;
      const opened = read(file);
      return { file, line: opened === null ? 1 : lineOf(opened, path) };
    },
    isOwn: (language, key) => has(`text/${language}.yaml`, key),
  };
}

/** After which line a missing message belongs: that of the nearest one before it, in a language that has it, that is here. */
function placeOfMissing(
  folder: string,
  named: string,
  key: string,
  read: (name: string) => OpenYaml | null,
): LinedPlace {
  for (const shared of ['', '../']) {
    const file = `${shared}${named}`;
    const here = read(file);
    for (const other of here === null ? [] : readdirSync(dirname(join(folder, file))).toSorted()) {
      const keys = keysOf(read(`${shared}text/${other}`));
      const at = keys.indexOf(key);
      const before = keys.slice(0, Math.max(at, 0)).findLast((one) => here?.document.has(one));
      if (here !== null && at >= 0) return { file, line: before === undefined ? 1 : lineOf(here, [before]) };
    }
  }
  const here = read(named);
  const kin = keysOf(here).findLast((one) => one.split('.')[0] === key.split('.')[0]);
  return { file: named, line: here === null || kin === undefined ? 1 : lineOf(here, [kin]) };
}

function keysOf(file: OpenYaml | null): readonly string[] {
  const contents = file?.document.contents;
  return isMap(contents) ? contents.items.map(({ key }) => String(key)) : [];
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Pack } from '#kernel/procedures';
import { readYaml } from '../yaml-lines.ts';
import { expandPack } from './expand-pack.ts';
import { countryShapes, packShapes, type PackFiles } from './pack-files.ts';
import { shapeFaults, type ShapeFault } from './shape-faults.ts';

/** A file that is no YAML, by its name in the pack, with the line where reading ended. */
export interface YamlFault {
  readonly file: string;
  readonly line: number;
}

/** Files of a pack that cannot be read: all that are no YAML, and all that do not have the shape of pack files. */
export class PackFilesError extends Error {
  readonly yaml: readonly YamlFault[];
  readonly shapes: readonly ShapeFault[];

  constructor(yaml: readonly YamlFault[], shapes: readonly ShapeFault[]) {
    super([...yaml, ...shapes].map(({ file }) => file).join(', '));
    this.yaml = yaml;
    this.shapes = shapes;
  }
}

/** Folders of packs below a root such as `packs/`: those that hold a `pack.yaml`. */
export function findPackFolders(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((country) => country.isDirectory())
    .flatMap((country) => readdirSync(join(root, country.name)).map((name) => join(root, country.name, name)))
    .filter((folder) => existsSync(join(folder, 'pack.yaml')))
    .toSorted();
}

/**
 * Reads the YAML of one pack folder, with what its country shares, into the value that travels. Throws a PackFilesError that
 * names everything that cannot be read, not the first file alone.
 */
export function readPackFolder(folder: string): Pack {
  const country = dirname(folder);
  const broken: YamlFault[] = [];
  const read = (path: string): unknown => {
    const file = readYaml(path);
    if (typeof file === 'number') broken.push({ file: relative(folder, path), line: file });
    return typeof file === 'number' ? {} : file.value;
  };
  const texts = (of: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(textFilesOf(of).map((name) => [basename(name, '.yaml'), read(join(of, name))]));
  // Object.fromEntries forgets which keys it was given.
  const all = <Name extends string>(shapes: Readonly<Record<Name, unknown>>, of: string): Record<Name, unknown> =>
    Object.fromEntries(Object.keys(shapes).map((name) => [name, read(join(of, `${name}.yaml`))])) as Record<
      Name,
      unknown
    >;
  const files: PackFiles = {
    country: basename(country),
    ...all(countryShapes, country),
    countryTexts: texts(join(country, 'text')),
    ...all(packShapes, folder),
    texts: texts(join(folder, 'text')),
  };
  // What is no YAML was read as nothing: that nothing lacks something is no news.
  const shapes = shapeFaults(files).filter(({ file }) => !broken.some((one) => one.file === file));
  if (broken.length > 0 || shapes.length > 0) throw new PackFilesError(broken, shapes);
  return expandPack(files);
}

function textFilesOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

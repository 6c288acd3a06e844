import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { Pack } from '#kernel/procedures';
import { expandPack } from './expand-pack.ts';

/** A file of a pack that is no YAML, with the line where reading ended. */
export class PackYamlError extends Error {
  readonly path: string;
  readonly line: number;

  constructor(path: string, line: number) {
    super('a file of a pack is no YAML');
    this.path = path;
    this.line = line;
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

/** Reads the YAML of one pack folder, with what its country shares, into the value that travels. */
export function readPackFolder(folder: string): Pack {
  const country = dirname(folder);
  return expandPack({
    country: basename(country),
    calendar: yamlOf(join(country, 'calendar.yaml')),
    vocabulary: yamlOf(join(country, 'vocabulary.yaml')),
    countryTexts: textsOf(join(country, 'text')),
    pack: yamlOf(join(folder, 'pack.yaml')),
    facts: yamlOf(join(folder, 'facts.yaml')),
    sources: yamlOf(join(folder, 'sources.yaml')),
    stages: yamlOf(join(folder, 'stages.yaml')),
    deadlines: yamlOf(join(folder, 'deadlines.yaml')),
    documents: yamlOf(join(folder, 'documents.yaml')),
    standing: yamlOf(join(folder, 'standing.yaml')),
    figures: yamlOf(join(folder, 'figures.yaml')),
    people: yamlOf(join(folder, 'people.yaml')),
    texts: textsOf(join(folder, 'text')),
  });
}

function yamlOf(path: string): unknown {
  if (!existsSync(path)) return {};
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // Also too many aliases, which is how a small file becomes an endless one; that names no line.
    if (error instanceof YAMLParseError) throw new PackYamlError(path, error.linePos?.[0].line ?? 1);
    if (error instanceof ReferenceError) throw new PackYamlError(path, 1);
    throw error;
  }
}

function textsOf(folder: string): Readonly<Record<string, unknown>> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [basename(name, '.yaml'), yamlOf(join(folder, name))]),
  );
}

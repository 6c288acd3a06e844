import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { canonicalJson } from '#platform/base';

const wordsSchema = z.record(z.string(), z.string());
type Words = z.infer<typeof wordsSchema>;

/** Plain words by country and language: those that no country owns, with the country's own. */
export type PlainWordsFile = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** Reads `plain/<language>.yaml` below a root such as `packs/` and below each of its countries. */
export function readPlainWords(root: string): PlainWordsFile {
  const shared = wordsIn(join(root, 'plain'));
  const countries = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'plain')))
    .map(({ name }) => name)
    .toSorted();
  return Object.fromEntries(
    countries.map((country) => {
      const own = wordsIn(join(root, country, 'plain'));
      const languages = [...new Set([...Object.keys(shared), ...Object.keys(own)])].toSorted();
      return [country, Object.fromEntries(languages.map((tag) => [tag, { ...shared[tag], ...own[tag] }]))];
    }),
  );
}

/** The text that browsers import: the same bytes for the same words. */
export function plainWordsText(root: string): string {
  return `${canonicalJson(readPlainWords(root))}\n`;
}

function wordsIn(folder: string): Readonly<Record<string, Words>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    names.map((name) => [basename(name, '.yaml'), wordsSchema.parse(parse(readFileSync(join(folder, name), 'utf8')))]),
  );
}

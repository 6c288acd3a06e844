import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { readStates, textFile, type KeptTranslation } from '#modules/learning';
import { readYaml } from '../yaml-lines.ts';
import { writeWhole } from './write-whole.ts';

/** What a course has of one language: its texts, also where they are not all there yet, and where each came from. */
export interface TranslationFiles {
  readonly there: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, KeptTranslation>>;
  readonly notes: Readonly<Record<string, string>>;
}

/** A language that is not all there yet lies beside the others under this name, so that no half of it is shown to anybody. */
const partOf = (language: string): string => `text/${language}.part.yaml`;
const wholeOf = (language: string): string => `text/${language}.yaml`;
const stateOf = (language: string): string => `text/${language}.state.json`;

/** Reads them; null where one of them is damaged. */
export function readTranslationFiles(folder: string, language: string, source: string): TranslationFiles | null {
  const whole = existsSync(join(folder, wholeOf(language)));
  const there = read(folder, whole ? wholeOf(language) : partOf(language));
  const notes = read(folder, `text/${source}.notes.yaml`);
  const path = join(folder, stateOf(language));
  const kept = readStates(existsSync(path) ? readFileSync(path, 'utf8') : null);
  return there === null || notes === null || kept === null ? null : { there, kept, notes };
}

function read(folder: string, file: string): Readonly<Record<string, string>> | null {
  const found = readYaml(join(folder, file));
  const words = typeof found === 'number' ? null : textFile.safeParse(found.value ?? {});
  return words?.success === true ? words.data : null;
}

/** Writes the texts of a language and where they came from; says which file holds the texts now. */
export function writeTranslationFiles(
  folder: string,
  language: string,
  {
    texts,
    kept,
    complete,
  }: Pick<TranslationFiles, 'kept'> & { readonly texts: Readonly<Record<string, string>>; readonly complete: boolean },
): string {
  const whole = join(folder, wholeOf(language));
  const file = complete || existsSync(whole) ? wholeOf(language) : partOf(language);
  writeWhole(join(folder, file), textsOf(join(folder, file), texts));
  writeWhole(join(folder, stateOf(language)), `${JSON.stringify(kept, null, 2)}\n`);
  if (file === wholeOf(language)) rmSync(join(folder, partOf(language)), { force: true });
  return file;
}

const form = { lineWidth: 0, blockQuote: 'literal' } as const;

/** What somebody wrote beside the texts stays; new ones come at the end. */
function textsOf(path: string, texts: Readonly<Record<string, string>>): string {
  if (!existsSync(path)) return stringify(texts, form);
  const document = parseDocument(readFileSync(path, 'utf8'));
  for (const [key, text] of Object.entries(texts)) if (document.get(key) !== text) document.set(key, text);
  return document.toString(form);
}

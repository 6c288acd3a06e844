import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { offerTexts, takeTexts, translationStates, writeXliff, type TakenTexts } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { answered, foundSomething, printJson, printLines, refuseWords } from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { openCourse, type CourseOnDisk } from './course-on-disk.ts';
import { readXliff, type ReadTranslation } from './read-xliff.ts';
import { readTranslationFiles, writeTranslationFiles, type TranslationFiles } from './translation-files.ts';

export const textUsage = `usage: baken course text export --course ID --lang LANGUAGE --format xliff|json --out FILE
       baken course text import FILE [--course ID] [--reviewer ROLE] [--dry-run] [--json]
       baken course text status --course ID --lang LANGUAGE [--json]`;

/** SHA-256 of every one of these texts, to be looked up. */
async function hashesOf(texts: readonly string[]): Promise<(text: string) => string> {
  const known = new Map(await Promise.all(texts.map(async (text) => [text, await hashText(text)] as const)));
  return (text) => known.get(text) ?? '';
}

/**
 * `baken course text …`: hands the texts of a course to translators and takes them back (learning design, 2.5). A course is named by its id below
 * `content/courses`, or by its folder. Nothing is written when one text is refused.
 */
export async function runText(act: string | undefined, file: string | undefined, words: CommandWords): Promise<number> {
  if (act === 'import' && file !== undefined) return takeFile(file, words);
  if (file !== undefined) return refuseWords(textUsage);
  if (act === 'export') return handOut(words);
  return act === 'status' ? tellStatus(words) : refuseWords(textUsage);
}

interface OpenedCourse extends CourseOnDisk {
  readonly files: TranslationFiles;
}

function open(named: string, language: string): OpenedCourse | string {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(language))
    return 'A language is named by its tag: nl, ar, sr-Latn.';
  const course = openCourse(named);
  if (course === null) return 'No course could be read there. baken course check says why.';
  const from = course.source.course.languages.source;
  if (from === language) return 'This is the language from which the course is translated.';
  const files = readTranslationFiles(course.folder, language, from);
  return files === null ? 'The texts of that language, or their state, cannot be read.' : { ...course, files };
}

function sourcesOf({ source }: OpenedCourse): readonly string[] {
  return Object.values(source.texts.get(source.course.languages.source) ?? {});
}

async function handOut({ values }: CommandWords): Promise<number> {
  const [named, language, out] = [values.get('course'), values.get('lang'), values.get('out')];
  const format = values.get('format') ?? 'xliff';
  if (named === undefined || language === undefined || out === undefined || !['xliff', 'json'].includes(format))
    return refuseWords(textUsage);
  const opened = open(named, language);
  if (typeof opened === 'string') return refuseWords(opened, 'course');
  const offered = offerTexts(opened.source, language, { ...opened.files, hash: await hashesOf(sourcesOf(opened)) });
  writeFileSync(resolve(out), format === 'xliff' ? writeXliff(offered) : `${JSON.stringify(offered, null, 2)}\n`);
  printLines([
    `${out}: ${String(offered.texts.length)} texts of ${offered.course} ${offered.version}, from ${offered.from} to ${language}`,
  ]);
  return answered;
}

async function tellStatus({ values, flags }: CommandWords): Promise<number> {
  const [named, language] = [values.get('course'), values.get('lang')];
  if (named === undefined || language === undefined) return refuseWords(textUsage);
  const opened = open(named, language);
  if (typeof opened === 'string') return refuseWords(opened, 'course');
  const { texts } = offerTexts(opened.source, language, { ...opened.files, hash: await hashesOf(sourcesOf(opened)) });
  const { kept } = opened.files;
  const missing = texts.filter(({ target }) => target === null).map(({ key }) => key);
  const drifted = texts.flatMap(({ key, source, hash: now, target }) => {
    const known = kept[key];
    return known !== undefined && target !== null && known.hash !== now
      ? [{ key, from: known.from, source, target }]
      : [];
  });
  const unknown = texts.filter(({ key, target }) => target !== null && kept[key] === undefined).map(({ key }) => key);
  if (flags.has('json')) printJson({ language, texts: texts.length, missing, drifted, unknown });
  else
    printLines([
      ...missing.map((key) => `missing ${key}`),
      ...drifted.map(({ key, from, source }) => `changed ${key}: was “${from}”, is “${source}”`),
      `${String(texts.length)} texts: ${String(missing.length)} missing, ${String(drifted.length)} changed since, ${String(unknown.length)} of unknown origin`,
    ]);
  return missing.length + drifted.length === 0 ? answered : foundSomething;
}

async function takeFile(file: string, { values, flags }: CommandWords): Promise<number> {
  const read = readReturned(file);
  if (read === null) return refuseWords('This is neither XLIFF 2 nor the JSON that text export writes.', 'file');
  const opened = open(values.get('course') ?? read.course, read.to);
  if (typeof opened === 'string') return refuseWords(opened, 'course');
  if (opened.source.course.id !== read.course) return refuseWords('The file is of another course.', 'file');
  const today = dayInAmsterdam(systemClock.now());
  const hash = await hashesOf([...sourcesOf(opened), ...read.texts.map(({ source }) => source)]);
  const taking = { ...opened.files, hash, today, reviewer: values.get('reviewer') ?? null };
  const taken = takeTexts(opened.source, read.texts, taking);
  const writes = taken.faults.length === 0 && !flags.has('dry-run');
  const written = writes ? writeTranslationFiles(opened.folder, read.to, taken) : null;
  tell(taken, { written, json: flags.has('json'), language: read.to });
  return taken.faults.length === 0 ? answered : foundSomething;
}

function tell(
  { faults, drifted, untranslated, changed, complete }: TakenTexts,
  { written, json, language }: { readonly written: string | null; readonly json: boolean; readonly language: string },
): void {
  const ok = faults.length === 0;
  if (json) return printJson({ ok, language, written, faults, changed, drifted, untranslated, complete });
  return printLines([
    ...faults.map(({ key, code, detail }) => `${code} ${key}: ${detail}`),
    ...drifted.map((key) => `changed since it was handed out: ${key}`),
    ok
      ? `${String(changed.length)} texts changed, ${String(untranslated.length)} without a translation in this file${complete ? '' : '; the language is not all there yet'}`
      : 'Nothing was written.',
    ...(written === null ? [] : [`${written} is written. baken course check says what is left to do.`]),
  ]);
}

const returnedFile = z.object({
  course: z.string(),
  to: z.string(),
  texts: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      hash: z.string(),
      target: z.string().nullable(),
      state: z.enum(translationStates),
    }),
  ),
});

/** Larger files than this are no translations of a course: 16 MB. */
const largest = 16_000_000;

function readReturned(file: string): ReadTranslation | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  if (text.length > largest) return null;
  if (!text.trimStart().startsWith('{')) return readXliff(text.replace(/^\uFEFF/, ''));
  try {
    const { texts, ...rest } = returnedFile.parse(JSON.parse(text));
    return { ...rest, texts: texts.map((one) => ({ ...one, target: one.target?.trim() === '' ? null : one.target })) };
  } catch {
    return null;
  }
}

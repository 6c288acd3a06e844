import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageFormats, publishFaults, type PublishFault, type SlotWords } from '#modules/learning';
import { dayInAmsterdam, ok, refuse, systemClock, type Result } from '#platform/base';
import {
  answered,
  errorOf,
  foundSomething,
  printJson,
  printLines,
  refusal,
  refusedStatus,
} from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { exportCourse, readBuiltCourse } from './export-course.ts';

export const exportUsage = `usage: baken course export --course ID --format ${packageFormats.join('|')} --lang LANGUAGE --out FILE
       [--organisation NAME [--data DIR | --database URL]] [--draft] [--json]`;

/** What an organisation of an installation filled in for a course; refuses with a sentence. */
export type ReadSlots = (
  organisation: string,
  course: string,
) => Promise<Result<readonly SlotWords[], { readonly type: string }>>;

const webRoot = join(import.meta.dirname, '../../../../dist/web');

/**
 * Makes a package of a course as it was built. Only what everybody signed leaves, with the numbers of a named organisation in it; with
 * `--draft` also what is not ready: nothing that lacks a signature is without a word about it on its first page.
 */
export async function runExport({ values, flags }: CommandWords, readSlots: ReadSlots): Promise<number> {
  const [id, language, out] = [values.get('course'), values.get('lang'), values.get('out')];
  const format = packageFormats.find((one) => one === values.get('format'));
  if (id === undefined || language === undefined || out === undefined || format === undefined)
    return refused(exportUsage);
  if (!existsSync(join(webRoot, 'packaged/files.json'))) return refused('Nothing is built yet. Run: npm run build');
  const course = readBuiltCourse(webRoot, id, language);
  if (course === null) return refused('There is no such course in that language.', 'course');
  const organisation = values.get('organisation') ?? null;
  const found = organisation === null ? ok([]) : await readSlots(organisation, id);
  if (!found.ok) return refused(found.refusal.type, 'organisation');
  const faults = publishFaults(course, found.value, dayInAmsterdam(systemClock.now()));
  const json = flags.has('json');
  if (faults.length > 0 && !flags.has('draft')) return hold(faults, json);
  const bytes = exportCourse(webRoot, { course, organisation, slots: found.value }, format);
  writeFileSync(resolve(out), bytes);
  const { version, digest, title } = course;
  if (json)
    printJson({ ok: true, file: out, bytes: bytes.length, course: id, version, digest, language, format, faults });
  else printLines([`${out}: ${title}, version ${version}, ${String(bytes.length)} bytes`, ...faults.map(sentenceOf)]);
  return answered;
}

/** Says why nothing leaves. */
function hold(faults: readonly PublishFault[], json: boolean): number {
  if (json) printJson({ ok: false, faults });
  else printLines([...faults.map(sentenceOf), 'It may not leave like this; with --draft it does.']);
  return foundSomething;
}

function sentenceOf(fault: PublishFault): string {
  switch (fault.code) {
    case 'not-signed':
      return `not-signed: nobody has signed it as ${fault.role}`;
    case 'slot-empty':
      return `slot-empty: ${fault.slot} is not filled in`;
    case 'slot-overdue':
      return `slot-overdue: nobody has looked for too long whether ${fault.slot} holds`;
  }
}

function refused(message: string, path?: string): number {
  printJson(errorOf(refusal('field-missing', message, path).refusal));
  return refusedStatus;
}

/** For an installation that cannot be asked. */
export const noSlots: ReadSlots = () => Promise.resolve(refuse({ type: 'There is no such organisation.' }));

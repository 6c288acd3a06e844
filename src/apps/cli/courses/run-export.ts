import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import {
  packageFormats,
  publishFaults,
  type PackageFormat,
  type PublishFault,
  type ReleasedCourse,
} from '#modules/learning';
import { dayInAmsterdam, ok, systemClock, type Result } from '#platform/base';
import { answered, foundSomething, printJson, printLines, refuseWords } from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { recordAudit } from '#kernel/audit/server';
import { learningSecrets } from '#modules/learning/server';
import { randomBytes } from '#platform/crypto/server';
import { inInstallation } from '../commands/in-installation.ts';
import { exportCourse, readBuiltCourse } from './export-course.ts';
import { prepareExport, type InOrganisation } from './prepare-export.ts';

export const exportUsage = `usage: baken course export --course ID --format ${packageFormats.join('|')} --lang LANGUAGE --out FILE
       [--organisation NAME [--data DIR | --database URL]] [--draft [--in-earnest]] [--json]`;

const webRoot = join(import.meta.dirname, '../../../../dist/web');

/**
 * Makes a package of a course as it was built. Only what everybody signed leaves, with the numbers of a named organisation in it; with
 * `--draft` also what is not ready: nothing that lacks a signature is without a word about it on its first page.
 * Such a package is a trial, of which nothing counts, unless `--in-earnest` says that people learn with it.
 */
export async function runExport(words: CommandWords): Promise<number> {
  const { values, flags } = words;
  const [id, language, out] = [values.get('course'), values.get('lang'), values.get('out')];
  const format = packageFormats.find((one) => one === values.get('format'));
  if (id === undefined || language === undefined || out === undefined || format === undefined)
    return refuseWords(exportUsage);
  if (!existsSync(join(webRoot, 'packaged/files.json'))) return refuseWords('Nothing is built yet. Run: npm run build');
  const course = readBuiltCourse(webRoot, id, language);
  if (course === null) return refuseWords('There is no such course in that language.', 'course');
  const organisation = values.get('organisation') ?? null;
  const nothing = ok<InOrganisation>({ slots: [], receipts: null });
  const found = organisation === null ? nothing : await readOrganisation(words, organisation, { course, format });
  if (!found.ok) return refuseWords(sentences[found.refusal.type] ?? found.refusal.type, 'organisation');
  const faults = publishFaults(course, found.value.slots, dayInAmsterdam(systemClock.now()));
  const json = flags.has('json');
  if (faults.length > 0 && !flags.has('draft')) return hold(faults, json);
  const bytes = exportCourse(webRoot, { course, organisation, ...found.value }, format);
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

function readOrganisation(
  words: CommandWords,
  organisation: string,
  { course, format }: { readonly course: ReleasedCourse; readonly format: PackageFormat },
): Promise<Result<InOrganisation>> {
  const [draft, inEarnest] = [words.flags.has('draft'), words.flags.has('in-earnest')];
  const tools = { secrets: readReceiptSecret(words), randomBytes, clock: systemClock, recordAct: recordAudit };
  return inInstallation(words, (tx) => prepareExport(tx, { organisation, course, format, draft, inEarnest }, tools));
}

/** The secret of which keys of packages are made, out of the data folder; null where it is not there. */
function readReceiptSecret({ values }: CommandWords): ReadonlyMap<string, string> | null {
  const name = learningSecrets.receiptKey;
  const file = join(values.get('data') ?? process.env['BAKEN_DATA'] ?? 'data', 'secrets', name);
  return existsSync(file) ? new Map([[name, readFileSync(file, 'utf8')]]) : null;
}

const sentences: Readonly<Record<string, string>> = {
  NotFounded: 'Nobody has founded a programme here yet.',
  OrganisationUnknown: 'There is no organisation of this name.',
  SecretMissing: 'The secret of receipts is not in the data folder: name it with --data.',
  PasswordMissing: 'The password of that server is not in the data folder: name it with --data.',
};

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

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { partId, type CourseSource } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { answered, printJson, printLines, refuseWords } from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { courseDigest, hashPictures } from './course-digest.ts';
import { openCourse } from './course-on-disk.ts';
import { courseUnits } from './course-units.ts';
import { writeLock } from './upstream-lock.ts';

export const forkUsage = 'usage: baken course fork --from ID --as ID --by NAME [--address URL] [--json]';

/** `baken course fork`: begins an adaptation with the files of another course, its credit and its licence (learning design, 2.6). */
export async function runFork({ values, flags }: CommandWords): Promise<number> {
  const [from, as, by] = [values.get('from'), values.get('as'), values.get('by')?.trim()];
  if (from === undefined || as === undefined || by === undefined || by === '') return refuseWords(forkUsage);
  const original = openCourse(from);
  if (original === null) return refuseWords('No course could be read there. baken course check says why.', 'from');
  if (!partId.safeParse(as).success) return refuseWords('An id has small letters, figures and hyphens.', 'as');
  const target = resolve('content/courses', as);
  if (existsSync(target)) return refuseWords('There is a course of that name.', 'as');
  const { licence } = original.source.course;
  if (/(^|-)ND(-|$)/i.test(licence)) return refuseWords(`Its licence allows no adaptation: ${licence}.`, 'from');
  const address = values.get('address');
  if (address !== undefined && !URL.canParse(address)) return refuseWords('That is no address.', 'address');
  await begin(original.folder, target, { source: original.source, as, by, address });
  const { id, version } = original.source.course;
  if (flags.has('json')) printJson({ ok: true, folder: target, original: id, version, licence });
  else printLines([`${target}: adapted from ${id} ${version}, under ${licence}. Its credit and licence stay.`]);
  return answered;
}

interface Forking {
  readonly source: CourseSource;
  readonly as: string;
  readonly by: string;
  readonly address: string | undefined;
}

/** Makes the folder beside its place, and puts it there when it is whole. */
async function begin(folder: string, target: string, forking: Forking): Promise<void> {
  const making = join(dirname(target), `.${basename(target)}.new`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  cpSync(folder, making, { recursive: true });
  const { source, as } = forking;
  const { course } = source;
  const lineage = await lineageOf(folder, forking);
  const path = join(making, 'course.yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  document.set('id', as);
  document.set('version', '0.1.0');
  document.set('credit', document.createNode([...new Set([...course.credit, forking.by])]));
  document.set('lineage', document.createNode(lineage));
  writeFileSync(path, document.toString({ lineWidth: 0 }));
  // Nobody has read the adaptation yet, whoever read the original.
  const changes = { '0.1.0': `Adapted from ${course.id} ${course.version}.` };
  writeFileSync(join(making, 'review.yaml'), stringify({ signed: [], changes, retake: {} }));
  const units = Object.fromEntries(await courseUnits(folder, source));
  writeLock(making, { original: course.id, version: course.version, units, later: [] });
  renameSync(making, target);
}

async function lineageOf(folder: string, { source, by, address }: Forking): Promise<Record<string, unknown>> {
  const { id, version, licence, credit } = source.course;
  const digest = await courseDigest(source, await hashPictures(folder, source));
  return {
    ...{ original: id, version, digest },
    ...(address === undefined ? {} : { address }),
    ...{ forkedOn: dayInAmsterdam(systemClock.now()), by, licence, credit },
  };
}

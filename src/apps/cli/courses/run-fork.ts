import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { forkFiles, mayAdapt, partId, type CourseSource } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { answered, printJson, printLines, refuseWords } from '../commands/answers.ts';
import type { CommandWords } from '../commands/words.ts';
import { courseDigest, hashPictures } from './course-digest.ts';
import { openCourse } from './course-on-disk.ts';
import { courseUnits } from './course-units.ts';

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
  if (!mayAdapt(licence)) return refuseWords(`Its licence allows no adaptation: ${licence}.`, 'from');
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
  const { source, as, by, address } = forking;
  const files = forkFiles(source, readFileSync(join(making, 'course.yaml'), 'utf8'), {
    ...{ as, by, address, on: dayInAmsterdam(systemClock.now()) },
    digest: await courseDigest(source, await hashPictures(folder, source)),
    units: await courseUnits(folder, source),
  });
  for (const [file, text] of files) writeFileSync(join(making, file), text);
  renameSync(making, target);
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { textsCiting } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { checkCourseFolder } from '../courses/check-course-folder.ts';
import { readCourse } from '../courses/read-course.ts';
import { diffUsage, runDiff } from '../courses/run-diff.ts';
import { forkUsage, runFork } from '../courses/run-fork.ts';
import { exportUsage, runExport } from '../courses/run-export.ts';
import { runText, textUsage } from '../courses/run-text.ts';
import { answered, printJson, printLines, refuseWords } from './answers.ts';
import { tellFindings } from '../tell-findings.ts';
import { readWords } from './words.ts';

const usage = `usage: baken course check PATH [--json] | baken course cites SOURCE [PATH] [--json] | baken course export … | baken course text … | baken course fork … | baken course diff …\n${exportUsage}\n${textUsage}\n${forkUsage}\n${diffUsage}`;
const valued = [
  'course',
  'format',
  'lang',
  'out',
  'organisation',
  'data',
  'database',
  'reviewer',
  'from',
  'as',
  'by',
  'address',
  'upstream',
  'take',
  'keep',
  'later',
];

/**
 * `baken course check PATH [--json]`: everything that keeps a course from being played or published, with file and line.
 * `baken course cites SOURCE [PATH] [--json]`: every text that rests on a source, in one course or in all of `content/courses`.
 * `baken course text …`: texts for translators, and back.
 * `baken course fork …` and `diff …`: an adaptation of a course, and what its original has become since.
 * `baken course export …`: a package of a course for other learning systems, or to open from disk.
 */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, valued, ['json', 'draft', 'in-earnest', 'dry-run', 'all']);
  const [act, one, two, ...more] = read?.plain ?? [];
  if (read !== null && act === 'export' && one === undefined) return runExport(read);
  if (read !== null && act === 'fork' && one === undefined) return runFork(read);
  if (read !== null && act === 'diff' && one === undefined) return runDiff(read);
  if (read !== null && act === 'text' && more.length === 0) return runText(one, two, read);
  const json = read?.flags.has('json') === true;
  if (read === null || one === undefined || more.length > 0) return Promise.resolve(refuseWords(usage));
  if (act === 'check' && two === undefined) return Promise.resolve(check(one, json));
  return Promise.resolve(act === 'cites' ? cites(one, two, json) : refuseWords(usage));
}

function check(path: string, json: boolean): number {
  const folder = resolve(path);
  if (!existsSync(join(folder, 'course.yaml'))) return refuseWords('There is no course.yaml in that folder.', 'path');
  return tellFindings(folder, checkCourseFolder(folder, dayInAmsterdam(systemClock.now())), json);
}

function cites(source: string, path: string | undefined, json: boolean): number {
  const root = resolve('content/courses');
  const folders = path === undefined ? coursesIn(root) : [resolve(path)];
  const read = folders.map((folder) => ({ folder, course: readCourse(folder) }));
  if (read.length === 0 || read.some(({ course }) => !course.ok))
    return refuseWords('No course could be read there.', 'path');
  const found = read.flatMap(({ folder, course }) =>
    course.ok ? textsCiting(course.source, source).map((text) => ({ course: basename(folder), ...text })) : [],
  );
  if (json) printJson({ source, found });
  else printLines(found.map(({ course, language, key }) => `${course} ${language} ${key}`));
  return answered;
}

function coursesIn(root: string): readonly string[] {
  const names = existsSync(root) ? readdirSync(root) : [];
  return names.map((name) => join(root, name)).filter((folder) => existsSync(join(folder, 'course.yaml')));
}

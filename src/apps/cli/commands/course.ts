import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { checkCourseFolder } from '../courses/check-course-folder.ts';
import { answered, errorOf, foundSomething, printJson, printLines, refusal, refusedStatus } from './answers.ts';
import { readWords } from './words.ts';

/** `baken course check PATH [--json]`: everything that keeps a course from being played, with file and line. */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, [], ['json']);
  const [act, path, ...more] = read?.plain ?? [];
  if (read === null || act !== 'check' || path === undefined || more.length > 0)
    return Promise.resolve(refuse('usage: baken course check PATH [--json]'));
  return Promise.resolve(check(path, read.flags.has('json')));
}

function check(path: string, json: boolean): number {
  const folder = resolve(path);
  if (!existsSync(join(folder, 'course.yaml'))) return refuse('There is no course.yaml in that folder.', 'path');
  const findings = checkCourseFolder(folder);
  if (json) printJson({ ok: findings.length === 0, findings });
  else if (findings.length > 0)
    printLines(
      findings.map(
        ({ file, line, code, text }) =>
          `${relative(process.cwd(), join(folder, file))}:${String(line)} ${code} ${text}`,
      ),
    );
  return findings.length === 0 ? answered : foundSomething;
}

function refuse(message: string, path?: string): number {
  printJson(errorOf(refusal('field-missing', message, path).refusal));
  return refusedStatus;
}

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { isCourseError } from '#modules/learning';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { checkWorkshopFolder } from '../workshops/check-workshop-folder.ts';
import { answered, foundSomething, printJson, printLines, refuseWords } from './answers.ts';
import { readWords } from './words.ts';

/** `baken workshop check PATH [--json]`: everything that keeps a workshop from being given, with file and line. */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, [], ['json']);
  const [act, path, ...more] = read?.plain ?? [];
  if (read === null || act !== 'check' || path === undefined || more.length > 0)
    return Promise.resolve(refuseWords('usage: baken workshop check PATH [--json]'));
  return Promise.resolve(check(resolve(path), read.flags.has('json')));
}

function check(folder: string, json: boolean): number {
  if (!existsSync(join(folder, 'workshop.yaml')))
    return refuseWords('There is no workshop.yaml in that folder.', 'path');
  const findings = checkWorkshopFolder(folder, dayInAmsterdam(systemClock.now()));
  const ok = !findings.some(isCourseError);
  if (json) printJson({ ok, findings });
  else if (findings.length > 0)
    printLines(
      findings.map(
        ({ file, line, code, text }) =>
          `${relative(process.cwd(), join(folder, file))}:${String(line)} ${isCourseError({ code }) ? '' : 'warning '}${code} ${text}`,
      ),
    );
  return ok ? answered : foundSomething;
}

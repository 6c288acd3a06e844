import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { checkWorkshopFolder } from '../workshops/check-workshop-folder.ts';
import { refuseWords } from './answers.ts';
import { tellFindings } from '../tell-findings.ts';
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
  return tellFindings(folder, checkWorkshopFolder(folder, dayInAmsterdam(systemClock.now())), json);
}

import { existsSync, statSync } from 'node:fs';
import { inspectPackage } from '#modules/learning/server';
import { answered, printJson, printLines, refuseWords, refusedStatus } from './answers.ts';
import { readWords } from './words.ts';

/** `baken package inspect FILE [--json]`: what a course package from elsewhere is, and whether it can be taken. */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, [], ['json']);
  const [act, path, ...more] = read?.plain ?? [];
  if (read === null || act !== 'inspect' || path === undefined || more.length > 0)
    return refuseWords('usage: baken package inspect FILE [--json]');
  if (!existsSync(path) || !statSync(path).isFile()) return refuseWords('There is no such file.', 'file');
  const report = await inspectPackage(path);
  if (read.flags.has('json')) printJson(report);
  else
    printLines([
      `${report.kind}, ${String(report.activities)} activities: ${report.title ?? 'no title'}`,
      ...report.problems.map(
        ({ level, code, message, where }) => `${level} ${code} ${message}${where === undefined ? '' : ` (${where})`}`,
      ),
    ]);
  return report.ok ? answered : refusedStatus;
}

import { join, relative } from 'node:path';
import process from 'node:process';
import { isCourseError } from '#modules/learning';
import { answered, foundSomething, printJson, printLines } from './commands/answers.ts';
import type { LinedFinding } from './to-lined.ts';

/** Prints what was found in a folder, one line each or as one JSON object; 0 where nothing but warnings is among it, else 1. */
export function tellFindings(folder: string, findings: readonly LinedFinding<string>[], json: boolean): number {
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

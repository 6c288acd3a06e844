import { readFileSync } from 'node:fs';
import process from 'node:process';
import { refuse, ok, type Result } from '#platform/base';
import type { ProcedureRefusal, RefusalCode } from '#kernel/procedures';

/** Exit statuses of commands that answer. */
export const answered = 0;
export const foundSomething = 1;
export const refusedStatus = 2;

/** A refusal of the command line itself. */
export function refusal(
  code: RefusalCode,
  message: string,
  path?: string,
): { readonly ok: false; readonly refusal: ProcedureRefusal } {
  return refuse<ProcedureRefusal>({ type: 'ProcedureRefused', code, message, ...(path === undefined ? {} : { path }) });
}

/** What stands in place of an answer. */
export function errorOf({ code, message, path }: ProcedureRefusal): object {
  return { error: { code, message, ...(path === undefined ? {} : { path }) } };
}

/** Refuses the words of a command: prints why, and answers with the exit status. */
export function refuseWords(message: string, path?: string): number {
  printJson(errorOf(refusal('field-missing', message, path).refusal));
  return refusedStatus;
}

/** Reads a JSON file; refuses what cannot be read or is no JSON. */
export function readJson(path: string): Result<unknown, ProcedureRefusal> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return ok(value);
  } catch (error) {
    return refusal('json-malformed', error instanceof SyntaxError ? 'This is no JSON.' : 'The file cannot be read.');
  }
}

/** Prints JSON on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints lines on standard output. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Prints a result: as JSON, or as text for people. Answers with the exit status. */
export function printResult<Value>(
  result: Result<Value, ProcedureRefusal>,
  json: boolean,
  toLines: (value: Value) => readonly string[],
): number {
  if (!result.ok) {
    printJson(errorOf(result.refusal));
    return refusedStatus;
  }
  if (json) printJson(result.value);
  else printLines(toLines(result.value));
  return answered;
}

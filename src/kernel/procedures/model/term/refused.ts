import { refuse } from '#platform/base';
import type { ProcedureRefusal, RefusalCode } from '../answer.ts';

const sentences = {
  'pack-unknown': 'There is no such pack or version.',
  'parameter-unknown': 'The pack has no such parameter.',
  'fact-unknown': 'No pack of this country knows this fact.',
  'field-unknown': 'This fact has no such field.',
  'field-missing': 'A required field is missing.',
  'field-malformed': 'The field does not hold one of the values it may have.',
  'date-malformed': 'A day is written YYYY-MM-DD and must exist; a time is written YYYY-MM-DDTHH:MM.',
  'period-malformed': 'A period has one unit and is at least one: P4W, P3M, PT24H.',
  'rule-unknown': 'No calendar knows this counting rule.',
  'time-needed': 'Hours that are no whole days need a time to start from.',
  'time-nonexistent': 'The clocks skip this time.',
  'fact-id-unknown': 'No fact has the id that this one replaces.',
  'fact-id-duplicate': 'Two facts have the same id.',
  'replaces-cycle': 'Facts replace each other in a circle.',
} as const satisfies Partial<Record<RefusalCode, string>>;

/** A refusal with its sentence and the place in the input. */
export function refused(
  code: keyof typeof sentences,
  path: string,
): { readonly ok: false; readonly refusal: ProcedureRefusal } {
  return refuse<ProcedureRefusal>({ type: 'ProcedureRefused', code, message: sentences[code], path });
}

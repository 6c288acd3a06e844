import type { Estimated, ToEstimate } from '#kernel/disclosure';

/** The record of a run: enough to run it again anywhere and to compare every digit. */
export interface RunRecord {
  readonly kind: 'baken-estimate';
  readonly source: string;
  /** SHA-256 of `tableText`, in hexadecimal. */
  readonly input: string;
  readonly code: string;
  readonly question: ToEstimate;
  readonly result: Pick<Estimated, 'estimate' | 'bootstrap'>;
}

/** A table of lists in one way of writing it: the text whose digest stands in the record of a run. */
export function tableText({ lists, rows }: Pick<ToEstimate, 'lists' | 'rows'>): string {
  return [[...lists, 'count'], ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** Makes the record of a run. `input` is the digest of its table. */
export function makeRecord(source: string, input: string, question: ToEstimate, found: Estimated): RunRecord {
  const { estimate, bootstrap, code } = found;
  return { kind: 'baken-estimate', source, input, code, question, result: { estimate, bootstrap } };
}

/** Whether two runs gave the same digits, by the same code. */
export function sameDigits(one: Estimated, other: Estimated): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

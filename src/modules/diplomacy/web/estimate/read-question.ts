import type { ToEstimate } from '#kernel/disclosure';
import { ok, refuse, type Result } from '#platform/base';
import { readListTable, type ListsRefusal } from '../../model/open/estimate/read-list-table.ts';
import { methodsFor } from './methods.ts';

/** What stands in the fields of the page. */
export interface AskedEstimate {
  readonly text: string;
  readonly source: string;
  /** Names of lists that are ours. */
  readonly ours: readonly string[];
  readonly methods: readonly string[];
  /** The method by which the table is drawn again. */
  readonly again: string;
  readonly draws: string;
  readonly seed: string;
}

/** Which field keeps a question from being asked, and why. */
export type QuestionRefusal =
  | (ListsRefusal & { readonly field: 'table' })
  | { readonly type: 'NoMethod' | 'NumberWrong'; readonly field: 'methods' | 'draws' | 'seed' };

const [mostDraws, mostSeed] = [10_000, 2 ** 31 - 1] as const;

/** Reads the fields: a table of lists, at least one method that there is for so many lists, and two whole numbers. */
export function readQuestion(asked: AskedEstimate): Result<ToEstimate, QuestionRefusal> {
  const table = readListTable(asked.text, asked.ours);
  if (!table.ok) return refuse({ ...table.refusal, field: 'table' as const });
  const there = methodsFor(table.value.lists.length);
  const models = there.filter(({ method }) => asked.methods.includes(method));
  if (models.length === 0) return refuse({ type: 'NoMethod', field: 'methods' });
  const draws = readWhole(asked.draws, mostDraws);
  if (draws === null) return refuse({ type: 'NumberWrong', field: 'draws' });
  const seed = readWhole(asked.seed, mostSeed);
  if (seed === null) return refuse({ type: 'NumberWrong', field: 'seed' });
  const again = there.find(({ method }) => method === asked.again) ?? there[0];
  const isDrawn = draws > 0 && again !== undefined && table.value.lists.length > 2;
  return ok({ ...table.value, models, bootstrap: isDrawn ? { model: again, draws, seed } : null });
}

function readWhole(text: string, most: number): number | null {
  const number = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number <= most ? number : null;
}

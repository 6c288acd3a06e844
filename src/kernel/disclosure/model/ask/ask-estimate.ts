import { ok } from '#platform/base';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { mostListsForBest, type Choice } from '../estimate/choose-model.ts';
import { estimate } from '../estimate/estimate.ts';
import { pairName, listPairs, readListTable, type ListTable, type Pair } from '../estimate/list-table.ts';
import type { Solver } from '../program.ts';
import { readCount, readFields, readList, readText, readWord, type Read } from './read-fields.ts';

/** The methods of a table that comes without any: those of the design, as far as the number of lists allows. */
export function usualChoices({ lists }: ListTable): readonly Choice[] {
  return [
    { method: 'main' },
    { method: 'forward-aic', p: 0.05 },
    { method: 'stepwise', p: 0.02 },
    ...(lists.length > mostListsForBest ? [] : [{ method: 'best-bic' } as const]),
  ];
}

/** Answers `stats estimate`. */
export function askEstimate(solver: Solver, question: unknown): Read<object> {
  const fields = readFields(question, ['lists', 'rows', 'models'], ['lists', 'rows', 'models']);
  if (!fields.ok) return fields;
  const lists = readList(fields.value.lists, 'lists', readText);
  if (!lists.ok) return lists;
  const rows = readList(fields.value.rows, 'rows', (row, path) => readList(row, path, readCount, 'table-ragged'));
  if (!rows.ok) return rows;
  const table = readListTable(lists.value, rows.value, 'rows');
  if (!table.ok) return table;
  const models = readList(fields.value.models, 'models', (one, path) => readChoice(one, path, table.value));
  return models.ok ? estimate(solver, table.value, models.value) : models;
}

/** Answers `stats estimate` of a file of comma separated values: names of lists and `count`, then a row for each combination. */
export function askEstimateOfCsv(solver: Solver, text: string): Read<object> {
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  if (head.at(-1) !== 'count') return refuseDisclosure('field-missing', 'count');
  const counts = readList(rows, 'rows', (row, path) =>
    readList(row, path, (cell, at) => readCount(/^\d{1,10}$/.test(String(cell)) ? Number(cell) : null, at)),
  );
  if (!counts.ok) return counts;
  const table = readListTable(head.slice(0, -1), counts.value, 'rows');
  return table.ok ? estimate(solver, table.value, usualChoices(table.value)) : table;
}

const methods = ['main', 'forward-aic', 'stepwise', 'best-bic', 'fixed'] as const;

function readChoice(value: unknown, path: string, table: ListTable): Read<Choice> {
  const fields = readFields(value, ['method', 'p', 'pairs'], ['method'], path);
  if (!fields.ok) return fields;
  const { p, pairs } = fields.value;
  const method = readWord(fields.value.method, methods, `${path}.method`, 'method-unknown');
  if (!method.ok) return method;
  const takesP = method.value === 'forward-aic' || method.value === 'stepwise';
  if (p !== undefined && !takesP) return refuseDisclosure('field-unknown', `${path}.p`);
  if (pairs !== undefined && method.value !== 'fixed') return refuseDisclosure('field-unknown', `${path}.pairs`);
  if (method.value === 'main' || method.value === 'best-bic') {
    const tooMany = method.value === 'best-bic' && table.lists.length > mostListsForBest;
    return tooMany ? refuseDisclosure('too-large', path) : ok({ method: method.value });
  }
  if (method.value === 'fixed') {
    if (pairs === undefined) return refuseDisclosure('field-missing', `${path}.pairs`);
    const read = readList(pairs, `${path}.pairs`, (one, at) => readPair(one, at, table));
    if (!read.ok) return read;
    const named = read.value.map((pair) => pairName(table, pair));
    const twice = named.findIndex((name, at) => named.indexOf(name) < at);
    if (twice >= 0) return refuseDisclosure('field-malformed', `${path}.pairs[${String(twice)}]`);
    return ok({ method: 'fixed', pairs: read.value });
  }
  if (p === undefined) return refuseDisclosure('field-missing', `${path}.p`);
  if (typeof p !== 'number' || !(p > 0 && p < 1)) return refuseDisclosure('field-malformed', `${path}.p`);
  return ok({ method: method.value, p });
}

function readPair(value: unknown, path: string, table: ListTable): Read<Pair> {
  const text = readText(value, path);
  if (!text.ok) return text;
  const found = listPairs(table).find((pair) => {
    const name = pairName(table, pair);
    return name === text.value || name === text.value.split(':').toReversed().join(':');
  });
  return found === undefined ? refuseDisclosure('list-unknown', path) : ok(found);
}

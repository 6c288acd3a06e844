import { ok } from '#platform/base';
import { assessRecords, countCombinations, findMinimalUniques } from '../assess-records.ts';
import { auditTable, type TableCell } from '../audit-table.ts';
import { isTenFive } from '../count-rule.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { invertPercent, mostSolutions, readPercent } from '../invert-percent.ts';
import type { Solver } from '../program.ts';
import { findUnknownColumn, toInterval } from './ask-protect.ts';
import { askSequence } from './ask-sequence.ts';
import { readFloor } from './read-floor.ts';
import {
  readCount,
  readFields,
  readList,
  readRecords,
  readTable,
  readText,
  readWhole,
  readWord,
  type Read,
} from './read-fields.ts';

/** Answers `stats audit`, by the kind of question. */
export function askAudit(solver: Solver, question: unknown): Read<object> {
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    return refuseDisclosure('json-malformed');
  const { kind, ...rest }: Readonly<Record<string, unknown>> = { ...question };
  if (kind === undefined) return refuseDisclosure('field-missing', 'kind');
  const read = readWord(kind, ['table', 'sequence', 'percent', 'records'], 'kind', 'kind-unknown');
  if (!read.ok) return read;
  switch (read.value) {
    case 'table':
      return askTable(solver, rest);
    case 'sequence':
      return askSequence(solver, rest);
    case 'percent':
      return askPercent(rest);
    case 'records':
      return askRecords(rest);
  }
}

function askTable(solver: Solver, question: unknown): Read<object> {
  const fields = readFields(question, ['rule', 'published', 'k', 'values'], ['rule', 'published']);
  if (!fields.ok) return fields;
  const rule = readWord(fields.value.rule, ['10-5', 'exact'], 'rule', 'rule-unknown');
  if (!rule.ok) return rule;
  const floor = readFloor(fields.value.k, fields.value.values);
  if (!floor.ok) return floor;
  const readCell = (cell: unknown, path: string): Read<TableCell> => {
    if (cell === null || cell === 'hidden') return ok(cell);
    const count = readCount(cell, path);
    if (!count.ok || rule.value === 'exact') return count;
    return isTenFive(count.value, floor.value.k) ? count : refuseDisclosure('count-malformed', path);
  };
  const cells = readTable(fields.value.published, 'published', readCell, 2);
  if (!cells.ok) return cells;
  const audit = auditTable(solver, { rule: rule.value, cells: cells.value }, floor.value);
  if (!audit.ok) return audit;
  const { verdict, insiders, ranges, reasons } = audit.value;
  return ok({
    ...{ verdict, insiders, intervals: ranges.map((row) => row.map(toInterval)) },
    reasons: reasons.map(({ row, column, code }) => ({ row, col: column, code })),
  });
}

function askPercent(question: unknown): Read<object> {
  const names = ['percent', 'decimals', 'baseRange'] as const;
  const fields = readFields(question, names, names);
  if (!fields.ok) return fields;
  const decimals = readWhole(fields.value.decimals, 'decimals', 0, 9);
  if (!decimals.ok) return decimals;
  const text = readText(fields.value.percent, 'percent');
  if (!text.ok) return text;
  const units = readPercent(text.value, decimals.value);
  if (units === null) return refuseDisclosure('count-malformed', 'percent');
  const range = readList(fields.value.baseRange, 'baseRange', readCount);
  if (!range.ok) return range;
  const [first, last, ...more] = range.value;
  if (first === undefined || last === undefined || more.length > 0 || first < 1 || last < first)
    return refuseDisclosure('count-malformed', 'baseRange');
  const published = { units, decimals: decimals.value, bases: [first, last] } as const;
  if (mostSolutions(published) > 2_000_000) return refuseDisclosure('too-large', 'baseRange');
  return ok({ solutions: invertPercent(published) });
}

function askRecords(question: unknown): Read<object> {
  const names = ['records', 'quasiIdentifiers', 'sensitive', 'columns', 'upTo'] as const;
  const fields = readFields(question, names, ['records']);
  if (!fields.ok) return fields;
  const records = readRecords(fields.value.records, 'records');
  if (!records.ok) return records;
  if (records.value.length === 0) return refuseDisclosure('field-malformed', 'records');
  const given = fields.value;
  const sensitive = given.sensitive === undefined ? ok(null) : readText(given.sensitive, 'sensitive');
  if (!sensitive.ok) return sensitive;
  const all = [...new Set(records.value.flatMap((record) => Object.keys(record)))];
  const readColumns = (value: unknown, path: string): Read<readonly string[]> => {
    const columns = readList(value, path, readText);
    if (!columns.ok) return columns;
    const unknown = findUnknownColumn(records.value, columns.value);
    return unknown < 0 ? columns : refuseDisclosure('field-missing', `${path}[${String(unknown)}]`);
  };
  if (sensitive.value !== null && !all.includes(sensitive.value)) return refuseDisclosure('field-missing', 'sensitive');
  const known =
    given.quasiIdentifiers === undefined
      ? ok(all.filter((column) => column !== sensitive.value))
      : readColumns(given.quasiIdentifiers, 'quasiIdentifiers');
  if (!known.ok) return known;
  const upTo = given.upTo === undefined ? ok(3) : readWhole(given.upTo, 'upTo', 1, 6);
  if (!upTo.ok) return upTo;
  const risk = assessRecords(records.value, known.value, sensitive.value);
  if (given.columns === undefined) return ok(risk);
  const columns = readColumns(given.columns, 'columns');
  if (!columns.ok) return columns;
  if (countCombinations(columns.value.length, upTo.value) * records.value.length > 20_000_000)
    return refuseDisclosure('too-large', 'columns');
  return ok({ ...risk, minimalUniques: findMinimalUniques(records.value, columns.value, upTo.value) });
}

import { ok } from '#platform/base';
import { countText, provenRange, publishCount, type Published, type Range } from '../count-rule.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import type { DataRecord } from '../assess-records.ts';
import { withMargins } from '../with-margins.ts';
import {
  readCount,
  readFields,
  readFlag,
  readList,
  readRecords,
  readTable,
  readText,
  type Read,
} from './read-fields.ts';

/** An interval as programs read it: `[low, high]`, `high` null where nothing bounds it. */
export type Interval = readonly [number, number | null];

export function toInterval({ low, high }: Range): Interval {
  return [low, high];
}

/** Answers `stats protect`: counts, a table, or records counted by columns, as they may be published. */
export function askProtect(question: unknown): Read<object> {
  const fields = readFields(question, ['counts', 'table', 'margins', 'records', 'by'], []);
  if (!fields.ok) return fields;
  const { counts, table, margins, records, by } = fields.value;
  const given = [counts, table, records].filter((one) => one !== undefined).length;
  if (given === 0) return refuseDisclosure('field-missing', 'counts');
  if (given > 1) return refuseDisclosure('field-unknown', table !== undefined ? 'table' : 'records');
  if (margins !== undefined && table === undefined) return refuseDisclosure('field-unknown', 'margins');
  if (by !== undefined && records === undefined) return refuseDisclosure('field-unknown', 'by');
  if (counts !== undefined) return protectCounts(counts);
  return table === undefined ? protectRecords(records, by) : protectTable(table, margins);
}

function proof(published: Published): Interval {
  return toInterval(provenRange('10-5', published));
}

function protectCounts(value: unknown): Read<object> {
  const counts = readList(value, 'counts', readCount, 'count-malformed');
  if (!counts.ok) return counts;
  const published = counts.value.map((count) => publishCount(count));
  return ok({ published, text: published.map((one) => countText(one)), intervals: published.map(proof) });
}

function protectTable(value: unknown, margins: unknown): Read<object> {
  const table = readTable(value, 'table', readCount);
  if (!table.ok) return table;
  const added = margins === undefined ? ok(false) : readFlag(margins, 'margins');
  if (!added.ok) return added;
  const full = added.value ? withMargins(table.value) : table.value;
  const published = full.map((row) => row.map((count) => publishCount(count)));
  return ok({ published, intervals: published.map((row) => row.map(proof)) });
}

/** The most combinations of values that are told. */
const mostCombinations = 100_000;

function protectRecords(value: unknown, columns: unknown): Read<object> {
  const records = readRecords(value, 'records');
  if (!records.ok) return records;
  if (columns === undefined) return refuseDisclosure('field-missing', 'by');
  const by = readList(columns, 'by', readText);
  if (!by.ok) return by;
  const unknown = findUnknownColumn(records.value, by.value);
  if (unknown >= 0) return refuseDisclosure('field-missing', `by[${String(unknown)}]`);
  const values = by.value.map((column) => [...new Set(records.value.map((record) => record[column] ?? ''))].toSorted());
  if (values.reduce((total, { length }) => total * length, 1) > mostCombinations)
    return refuseDisclosure('too-large', 'by');
  const counts = Map.groupBy(records.value, (record) => JSON.stringify(by.value.map((column) => record[column] ?? '')));
  const cells = combine(values).map((cell) => ({
    cell,
    published: publishCount(counts.get(JSON.stringify(cell))?.length ?? 0),
  }));
  return ok({ cells });
}

/** The place of the first column that no record has, -1 where each is known. */
export function findUnknownColumn(records: readonly DataRecord[], columns: readonly string[]): number {
  return columns.findIndex((column) => !records.some((record) => Object.hasOwn(record, column)));
}

function combine(values: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return values.reduce<readonly (readonly string[])[]>(
    (before, next) => before.flatMap((cell) => next.map((value) => [...cell, value])),
    [[]],
  );
}

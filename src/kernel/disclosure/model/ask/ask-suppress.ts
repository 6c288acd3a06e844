import { ok } from '#platform/base';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import { roundTable } from '../round-table.ts';
import { suppressTable } from '../suppress-table.ts';
import { readCount, readFields, readTable, readWhole, readWord, type Read } from './read-fields.ts';

/** The most cells of a table for which the best pattern is sought. */
const mostCells = 2_500;

/** Answers `stats suppress`. */
export function askSuppress(solver: Solver, question: unknown): Read<object> {
  const names = ['table', 'k', 'minimise', 'protection'] as const;
  const fields = readFields(question, names, names);
  if (!fields.ok) return fields;
  const table = readTable(fields.value.table, 'table', readCount);
  if (!table.ok) return table;
  if (table.value.length * (table.value[0]?.length ?? 0) > mostCells) return refuseDisclosure('too-large', 'table');
  const k = readWhole(fields.value.k, 'k', 2, 1000);
  if (!k.ok) return k;
  const minimise = readWord(fields.value.minimise, ['cells', 'weight'], 'minimise', 'method-unknown');
  if (!minimise.ok) return minimise;
  const protection = readWord(fields.value.protection, ['exact', 'sliding'], 'protection', 'method-unknown');
  if (!protection.ok) return protection;
  const asked = { table: table.value, k: k.value, minimise: minimise.value, protection: protection.value };
  const found = suppressTable(solver, asked);
  if (!found.ok) return found;
  if (!('open' in found.value)) return ok({ status: 'optimal', ...found.value });
  const advice = found.value.open.map(
    ([row, col]) =>
      `Join row ${String(row)} or column ${String(col)} with another: cell ${String(row)},${String(col)} stays open even when every cell is hidden.`,
  );
  return ok({ status: 'infeasible', advice });
}

/** Answers `stats round`. */
export function askRound(solver: Solver, question: unknown): Read<object> {
  const names = ['table', 'base'] as const;
  const fields = readFields(question, names, names);
  if (!fields.ok) return fields;
  const table = readTable(fields.value.table, 'table', readCount);
  if (!table.ok) return table;
  const base = readWhole(fields.value.base, 'base', 2, 1000);
  if (!base.ok) return base;
  const found = roundTable(solver, table.value, base.value);
  if (!found.ok) return found;
  return ok(found.value === null ? { status: 'infeasible' } : { status: 'optimal', ...found.value });
}

import { ok } from '#platform/base';
import { usualFloor, type Floor } from '../verdict.ts';
import { readWhole, type Read } from './read-fields.ts';

/** The floor of a question: `k` from 2, `values` from 1. */
export function readFloor(k: unknown, values: unknown): Read<Floor> {
  const smallest = k === undefined ? ok(usualFloor.k) : readWhole(k, 'k', 2, 1000);
  if (!smallest.ok) return smallest;
  const possible = values === undefined ? ok(usualFloor.values) : readWhole(values, 'values', 1, 1000);
  return possible.ok ? ok({ k: smallest.value, values: possible.value }) : possible;
}

import { ok } from '#platform/base';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { readFields, readWhole, readWord, type Read } from '../ask/read-fields.ts';
import type { LedgerAudit, LedgerSeal } from './ledger-entry.ts';
import { readDay, readHash, readId, readLabel, readNull, readSteps } from './ledger-fields.ts';

const names = ['v', 'tenant', 'seq', 'prev', 'id', 'content', 'by', 'on', 'audit', 'reason'] as const;

/** Reads what an approver signed, from anybody. Refuses with the codes of questions and the path of the field. */
export function readLedgerSeal(value: unknown): Read<LedgerSeal> {
  const fields = readFields(value, names, names);
  if (!fields.ok) return fields;
  const { v, tenant, seq, prev, id, content, by, on, audit, reason } = fields.value;
  if (v !== 1) return refuseDisclosure('field-malformed', 'v');
  const ids = [
    readId(tenant, 'tenant'),
    readId(id, 'id'),
    readId(by, 'by'),
    readDay(on, 'on'),
    readHash(content, 'content'),
  ];
  const texts: string[] = [];
  for (const read of ids) {
    if (!read.ok) return read;
    texts.push(read.value);
  }
  const place = readWhole(seq, 'seq', 1, 1_000_000_000);
  if (!place.ok) return place;
  const before = readNull(prev, 'prev', readHash);
  if (!before.ok) return before;
  const found = readNull(audit, 'audit', readAudit);
  if (!found.ok) return found;
  const why = readNull(reason, 'reason', readLabel);
  if (!why.ok) return why;
  const [ofTenant = '', ofEntry = '', approver = '', day = '', hash = ''] = texts;
  return ok({
    ...{ v: 1, tenant: ofTenant, seq: place.value, prev: before.value, id: ofEntry, content: hash },
    ...{ by: approver, on: day, audit: found.value, reason: why.value },
  });
}

function readAudit(value: unknown, path: string): Read<LedgerAudit> {
  const parts = ['verdict', 'insiders', 'why', 'solver'] as const;
  const fields = readFields(value, parts, parts, path);
  if (!fields.ok) return fields;
  const verdict = readWord(fields.value.verdict, ['pass', 'warn', 'block'], `${path}.verdict`);
  if (!verdict.ok) return verdict;
  const insiders = readWord(fields.value.insiders, ['pass', 'warn', 'block'], `${path}.insiders`);
  if (!insiders.ok) return insiders;
  const why = readSteps(fields.value.why, `${path}.why`);
  if (!why.ok) return why;
  const solver = readLabel(fields.value.solver, `${path}.solver`);
  if (!solver.ok) return solver;
  return ok({ verdict: verdict.value, insiders: insiders.value, why: why.value, solver: solver.value });
}

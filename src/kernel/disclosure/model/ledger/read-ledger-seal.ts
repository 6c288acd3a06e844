import { ok, type TenantId, type UserId } from '#platform/base';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { readFields, readList, readWhole, readWord, type Read } from '../ask/read-fields.ts';
import type { LedgerAudit, LedgerEntryId, LedgerSeal } from './ledger-entry.ts';
import { readDay, readHash, readId, readLabel, readNull } from './read-figures.ts';
import { readFinding } from './read-finding.ts';

const names = ['v', 'tenant', 'seq', 'prev', 'id', 'content', 'by', 'on', 'audit', 'reason'] as const;

/** Reads what an approver signed, from anybody. Refuses with the codes of questions and the path of the field. */
export function readLedgerSeal(value: unknown): Read<LedgerSeal> {
  const fields = readFields(value, names, names);
  if (!fields.ok) return fields;
  const { v, tenant, seq, prev, id, content, by, on, audit, reason } = fields.value;
  if (v !== 1) return refuseDisclosure('field-malformed', 'v');
  const ofTenant = readId<TenantId>(tenant, 'tenant');
  if (!ofTenant.ok) return ofTenant;
  const ofEntry = readId<LedgerEntryId>(id, 'id');
  if (!ofEntry.ok) return ofEntry;
  const approver = readId<UserId>(by, 'by');
  if (!approver.ok) return approver;
  const day = readDay(on, 'on');
  if (!day.ok) return day;
  const hash = readHash(content, 'content');
  if (!hash.ok) return hash;
  const place = readWhole(seq, 'seq', 1, 1_000_000_000);
  if (!place.ok) return place;
  const before = readNull(prev, 'prev', readHash);
  if (!before.ok) return before;
  const found = readNull(audit, 'audit', readAudit);
  if (!found.ok) return found;
  const why = readNull(reason, 'reason', readLabel);
  if (!why.ok) return why;
  return ok({
    ...{ v: 1, tenant: ofTenant.value, seq: place.value, prev: before.value, id: ofEntry.value, content: hash.value },
    ...{ by: approver.value, on: day.value, audit: found.value, reason: why.value },
  });
}

/** The most that one audit holds. */
const most = { findings: 50, leftOut: 2_000, more: 1_000_000 };

function readAudit(value: unknown, path: string): Read<LedgerAudit> {
  const parts = ['verdict', 'insiders', 'why', 'leftOut', 'solver'] as const;
  // Entries from before say nothing of further findings.
  const fields = readFields(value, [...parts, 'more'], parts, path);
  if (!fields.ok) return fields;
  const verdict = readWord(fields.value.verdict, ['pass', 'warn', 'block'], `${path}.verdict`);
  if (!verdict.ok) return verdict;
  const insiders = readWord(fields.value.insiders, ['pass', 'warn', 'block'], `${path}.insiders`);
  if (!insiders.ok) return insiders;
  const why = readList(fields.value.why, `${path}.why`, readFinding);
  if (!why.ok) return why;
  const leftOut = readList(fields.value.leftOut, `${path}.leftOut`, readId<LedgerEntryId>);
  if (!leftOut.ok) return leftOut;
  const isLong = why.value.length > most.findings || leftOut.value.length > most.leftOut;
  if (isLong) return refuseDisclosure('too-large', path);
  const more = fields.value.more === undefined ? ok(0) : readWhole(fields.value.more, `${path}.more`, 1, most.more);
  if (!more.ok) return more;
  const solver = readLabel(fields.value.solver, `${path}.solver`);
  if (!solver.ok) return solver;
  return ok({
    ...{ verdict: verdict.value, insiders: insiders.value, why: why.value },
    ...(more.value === 0 ? {} : { more: more.value }),
    ...{ leftOut: leftOut.value, solver: solver.value },
  });
}

import type { NestedFinding } from '../judge-nested.ts';
import type { LedgerFinding } from './ledger-entry.ts';

/** What insiders learn, as an entry keeps it. */
export function findingOfNested({ larger, inner, others }: NestedFinding): LedgerFinding {
  return { kind: 'inside', inside: inner.name, around: larger.name, others: others.high ?? 0 };
}

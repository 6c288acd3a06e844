import type { TenantId } from '#platform/base';
import type { Database } from '#platform/server/db';
import type { AuditEntry } from '../model/audit-entry.ts';
import { insertReceivedTogether } from './store/audit-store.ts';

/** Lines of the event log that stand for themselves: of questions, and of what was refused. */
export interface ActLog {
  /** Fulfilled when the line is in the database; fails when it could not be written. */
  readonly note: (entry: AuditEntry) => Promise<void>;
}

interface Waiting {
  readonly entry: AuditEntry;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes lines in transactions of their own, beside the requests that they tell of. While one write is under way, lines
 * that come in wait and go together in the next: sixteen questions at once cost the database little more than one.
 * They are in the database when `note` is fulfilled and on the disk within a second.
 */
export function openActLog(database: Database): ActLog {
  let waiting: Waiting[] = [];
  let writing = false;
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      const tenants = Map.groupBy(now, ({ entry }) => entry.tenant);
      await Promise.all([...tenants].map(([tenant, lines]) => write(database, tenant, lines)));
    }
    writing = false;
  };
  return {
    note: (entry) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ entry, written: resolve, failed: reject });
      if (!writing) {
        writing = true;
        void writeAll();
      }
      return promise;
    },
  };
}

/** Never fails: whoever waits for a line hears of its failure. */
async function write(database: Database, tenant: TenantId, lines: readonly Waiting[]): Promise<void> {
  const entries = lines.map(({ entry }) => entry);
  try {
    await database.alone((tx) => insertReceivedTogether(tx, tenant, entries));
    for (const { written } of lines) written();
  } catch (error) {
    for (const { failed } of lines) failed(error);
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { exportAudit, linkAudit, verifyAuditLines, type AuditVerdict } from '#kernel/audit/server';
import { findTenant } from '#kernel/accounts/server';
import { inTenant, openDatabase } from '#platform/server/db';
import { reachDatabase } from './reach-database.ts';

const usage = `usage: baken verify-audit (--file FILE | --data DIR | --database URL) [--export FILE] [--json]
Checks the hash chain of the audit log: of an exported file, of the database in a data folder
(running or not), or of a PostgreSQL server. --export writes the log as JSON lines.
Exit status 0: intact. 1: broken. 2: could not be checked.
`;

/** `baken verify-audit …`: the chain of the audit log, checked by code that shares nothing with the writer. */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      file: { type: 'string' },
      data: { type: 'string' },
      database: { type: 'string' },
      export: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || [values.file, values.data, values.database].filter((each) => each !== undefined).length !== 1) {
    process.stderr.write(usage);
    return values.help ? 0 : 2;
  }
  const text = values.file === undefined ? await readLog(values) : readFileSync(values.file, 'utf8');
  if (text === null) return 2;
  if (values.export !== undefined) writeFileSync(values.export, text, { mode: 0o600 });
  const verdict = await verifyAuditLines(text);
  process.stdout.write(values.json ? `${JSON.stringify(verdict)}\n` : describeVerdict(verdict));
  return verdict.intact ? 0 : 1;
}

/** Chains what is waiting, then reads the whole log; null when there is nothing to read, which is said. */
async function readLog(where: {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
}): Promise<string | null> {
  const reached = await reachDatabase(where);
  if (!reached.ok) {
    process.stderr.write(`The database cannot be reached: ${reached.refusal.type}\n`);
    return null;
  }
  const database = openDatabase(reached.value.address, 2);
  try {
    const tenant = await inTenant(database, { tenant: null, user: null }, findTenant);
    if (!tenant) {
      process.stderr.write('Nobody has founded a tenant here yet, so there is no log.\n');
      return null;
    }
    await linkAudit(database, tenant.tenant);
    return await exportAudit(database, tenant.tenant);
  } finally {
    await database.close();
    await reached.value.leave();
  }
}

function describeVerdict(verdict: AuditVerdict): string {
  return verdict.intact
    ? `The log is intact: ${verdict.entries} entries, head ${verdict.head}\n`
    : `The log is broken at line ${verdict.line}: ${verdict.problem}\n`;
}

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { systemClock, type AnyRefusal } from '#platform/base';
import { recordAudit } from '#kernel/audit/server';
import { ledgerRows, writeCsv } from '#kernel/disclosure';
import { verifyLedgerFile } from '#kernel/disclosure/client';
import { exportLedger } from '#kernel/disclosure/server';
import { answered, printJson, printLines, refusedStatus } from './answers.ts';
import { inInstallation } from './in-installation.ts';
import { readWords, type CommandWords } from './words.ts';

const usage = `usage: baken ledger export [--csv] [--data DIR | --database URL]
       baken ledger verify FILE [--json]
The ledger of everything that was ever released. "export" prints it with the keys that it is verified by; with --csv as a table,
once it is verified. "verify" checks an exported one by itself: every signature, and that nothing was changed, dropped, swapped or
repeated. Compare the fingerprint that it prints with the one that the programme printed, and the head with a later one.
Exit status 0: it holds. 2: refused, with a code and the entry.
`;

/** `baken ledger export|verify`: the ledger for whoever keeps or checks it elsewhere. */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, ['data', 'database'], ['csv', 'json', 'help']);
  const [act, path, ...more] = read?.plain ?? [];
  if (read?.flags.has('help')) {
    process.stdout.write(usage);
    return answered;
  }
  if (read !== null && act === 'export' && path === undefined) return exportAll(read);
  if (read !== null && act === 'verify' && path !== undefined && more.length === 0)
    return verify(path, read.flags.has('json'));
  process.stderr.write(usage);
  return refusedStatus;
}

async function exportAll(read: CommandWords): Promise<number> {
  const file = await inInstallation(read, (tx) => exportLedger(tx, { clock: systemClock, recordAct: recordAudit }));
  if (!file.ok) return refuseWith({ type: file.refusal.type });
  if (!read.flags.has('csv')) {
    printJson(file.value);
    return answered;
  }
  const verified = await verifyLedgerFile(file.value);
  if (!verified.ok) return refuseWith(verified.refusal);
  process.stdout.write(writeCsv(ledgerRows(verified.value.entries)));
  return answered;
}

async function verify(path: string, json: boolean): Promise<number> {
  const verified = await verifyLedgerFile(readFile(path));
  if (!verified.ok) return refuseWith(verified.refusal);
  const { file, entries, head } = verified.value;
  const told = { intact: true, entries: entries.length, head: head.hash, fingerprint: file.fingerprint };
  if (json) printJson(told);
  else
    printLines([
      `The ledger holds: ${String(entries.length)} entries`,
      `head         ${String(head.hash)}`,
      `fingerprint  ${file.fingerprint}`,
    ]);
  return answered;
}

/** What stands in a file; undefined, which no reader takes, where it cannot be read or is no JSON. */
function readFile(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return value;
  } catch {
    return undefined;
  }
}

/** Prints a refusal for programs: its code, the entry in question, what is wrong with it, the field. */
function refuseWith(refusal: AnyRefusal): number {
  const detail = (name: string): unknown => Reflect.get(refusal, name);
  const told = detail('code');
  const code = typeof told === 'string' ? told : refusal.type;
  const [entry, reason, path] = [detail('at'), detail('reason'), detail('path')];
  const message = messages[code] ?? 'This is no ledger that can be verified.';
  printJson({
    error: {
      code,
      message,
      ...(entry !== undefined && { entry }),
      ...(reason !== undefined && { reason }),
      ...(path !== undefined && { path }),
    },
  });
  return refusedStatus;
}

const messages: Readonly<Record<string, string>> = {
  'ledger-empty': 'Nothing was ever released.',
  'ledger-broken': 'An entry of the ledger does not hold: something was changed, dropped, swapped or repeated.',
  'json-malformed': 'The file cannot be read, or is no JSON object.',
  RootChanged: 'The directory of keys does not begin with the root that the file names.',
  DirectoryBroken: 'The directory of keys does not hold.',
  NotFounded: 'Nobody has founded a programme here yet.',
  PasswordMissing: '--data is the folder of the Baken that uses this server: its password for the database lies there.',
};

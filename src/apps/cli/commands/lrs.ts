import process from 'node:process';
import { isId, ok, systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { recordAudit } from '#kernel/audit/server';
import type { OrganisationId } from '#modules/learning';
import { createRecordKey, listAllRecordKeys, revokeKey, type KeyScope, type RecordKey } from '#modules/learning/server';
import { answered, printLines, refusedStatus } from './answers.ts';
import { inInstallation } from './in-installation.ts';
import { readWords, type CommandWords } from './words.ts';

const usage = `usage: baken lrs key create [--source NAME --organisation ID] [--scope read|write|all|launch] [--expires DAYS] [--beside KEY]
       baken lrs key list
       baken lrs key revoke KEY
Keys of the record store (xAPI). All take --json, and --data DIR or --database URL as "start" does. The secret is told once.
Without --source a key is plain: statements stay exactly as they were sent, in a partition of its own that is counted nowhere,
for seven days at most. --beside KEY shares the partition of another key.
`;

const tools = { clock: systemClock, randomBytes, recordAct: recordAudit };

/** `baken lrs key create|list|revoke`: who may write into and read from the record store. */
export async function run(words: readonly string[]): Promise<number> {
  const valued = ['source', 'organisation', 'scope', 'expires', 'beside', 'data', 'database'];
  const read = readWords(words, valued, ['json', 'help']);
  const [topic, act, key, ...more] = read?.plain ?? [];
  if (read?.flags.has('help')) {
    process.stdout.write(usage);
    return answered;
  }
  if (read === null || topic !== 'key' || more.length > 0) return refused(usage);
  if (act === 'create' && key === undefined) return create(read);
  if (act === 'list' && key === undefined) return list(read);
  return act === 'revoke' && key !== undefined ? revoke(read, key) : refused(usage);
}

async function create(read: CommandWords): Promise<number> {
  const [name, organisation] = [read.values.get('source'), read.values.get('organisation')];
  const scope = readScope(read.values.get('scope') ?? 'all');
  const expires = read.values.get('expires');
  if (scope === null) return refused('--scope is read, write, all or launch.\n');
  if ((name === undefined) !== (organisation === undefined))
    return refused('--source and --organisation go together.\n');
  if (organisation !== undefined && !isId(organisation))
    return refused('--organisation is the id of an organisation.\n');
  // Checked to be an id; that there is such an organisation is looked up.
  const source = name === undefined ? null : { name, organisation: organisation as OrganisationId };
  const days = expires === undefined ? null : Number(expires);
  const made = await inInstallation(read, (tx) =>
    createRecordKey(tx, { scope, source, days, beside: read.values.get('beside') ?? null }, tools),
  );
  if (!made.ok) return refused(`${sentences[made.refusal.type] ?? made.refusal.type}\n`);
  const { key, secret, until } = made.value;
  if (source === null)
    process.stderr.write(
      `A plain key: for tests and for moving. Nothing that comes in with it is counted; it ends on ${until.toISOString()}.\n`,
    );
  if (read.flags.has('json')) process.stdout.write(`${JSON.stringify({ key, secret })}\n`);
  else printLines([`key     ${key}`, `secret  ${secret}`, `ends    ${until.toISOString()}`]);
  return answered;
}

async function list(read: CommandWords): Promise<number> {
  const found = await inInstallation(read, async (tx) => ok(await listAllRecordKeys(tx)));
  if (!found.ok) return refused(`${sentences[found.refusal.type] ?? found.refusal.type}\n`);
  const now = systemClock.now();
  const keys = found.value.map((key) => ({ ...key, state: stateOf(key, now) }));
  if (read.flags.has('json')) process.stdout.write(`${JSON.stringify(keys)}\n`);
  else
    printLines(
      keys.map(({ key, scope, source, state, until }) =>
        [key, state, scope, source ?? 'plain', until?.toISOString() ?? ''].join('  '),
      ),
    );
  return answered;
}

async function revoke(read: CommandWords, key: string): Promise<number> {
  const done = await inInstallation(read, (tx) => revokeKey(tx, key, tools));
  if (!done.ok) return refused(`${sentences[done.refusal.type] ?? done.refusal.type}\n`);
  if (read.flags.has('json')) process.stdout.write(`${JSON.stringify({ revoked: key })}\n`);
  else printLines(['The key opens nothing any more. What came in with it stays.']);
  return answered;
}

function stateOf({ until, revokedAt }: RecordKey, now: Date): 'open' | 'ended' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return until !== null && until <= now ? 'ended' : 'open';
}

const scopes: readonly KeyScope[] = ['read', 'write', 'all', 'launch'];

function readScope(word: string): KeyScope | null {
  return scopes.find((scope) => scope === word) ?? null;
}

const sentences: Readonly<Record<string, string>> = {
  NotFound: 'There is no such key, or it was revoked before.',
  OrganisationUnknown: 'There is no such organisation.',
  NotFounded: 'Nobody has founded a programme here yet: only plain keys can be made.',
  DaysInvalid: '--expires is a number of days: at most 7 for a plain key, 366 for one with a source.',
  PasswordMissing: '--data is the folder of the Baken that uses this server: its password for the database lies there.',
  SourceLaunches: 'A key of a source cannot launch: leave out --source, or choose another --scope.',
  KeyUnknown: 'There is no such key to share the partition of, or it is of the other kind.',
};

function refused(text: string): number {
  process.stderr.write(text);
  return refusedStatus;
}

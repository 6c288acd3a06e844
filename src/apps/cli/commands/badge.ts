import process from 'node:process';
import { ok, systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { recordAudit } from '#kernel/audit/server';
import { listAllBadgeKeys, rotateBadgeKey } from '#modules/learning/server';
import { answered, printLines, refusedStatus } from './answers.ts';
import { inInstallation } from './in-installation.ts';
import { readWords, type CommandWords } from './words.ts';

const usage = `usage: baken badge key rotate [--origin https://ADDRESS]
       baken badge key list
Keys that sign badges (Open Badges 3.0). Both take --json, and --data DIR or --database URL as "start" does.
"rotate" draws another key, which signs from now on; what was signed before can still be checked. --origin says where this
installation is found by everybody; without it, where it was found until now.
`;

/** `baken badge key rotate|list`: with which key badges are signed. */
export async function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, ['origin', 'data', 'database'], ['json', 'help']);
  const [topic, act, ...more] = read?.plain ?? [];
  if (read?.flags.has('help')) {
    process.stdout.write(usage);
    return answered;
  }
  if (read === null || topic !== 'key' || more.length > 0) return refused(usage);
  if (act === 'list' && !read.values.has('origin')) return list(read);
  return act === 'rotate' ? rotate(read) : refused(usage);
}

async function rotate(read: CommandWords): Promise<number> {
  const asked = read.values.get('origin');
  const origin = asked === undefined ? null : readOrigin(asked);
  if (asked !== undefined && origin === null) return refused('--origin is an address as https://baken.example.org.\n');
  const done = await inInstallation(read, (tx, secrets) =>
    rotateBadgeKey(tx, origin, { clock: systemClock, randomBytes, secrets, recordAct: recordAudit }),
  );
  if (!done.ok) return refused(`${sentences[done.refusal.type] ?? done.refusal.type}\n`);
  const { id, origin: at } = done.value;
  if (read.flags.has('json')) process.stdout.write(`${JSON.stringify({ key: id, origin: at })}\n`);
  else
    printLines([
      `key     ${id}`,
      `origin  ${at}`,
      'It signs from now on. What was signed before can still be checked.',
    ]);
  return answered;
}

async function list(read: CommandWords): Promise<number> {
  const found = await inInstallation(read, async (tx) => ok(await listAllBadgeKeys(tx)));
  if (!found.ok) return refused(`${sentences[found.refusal.type] ?? found.refusal.type}\n`);
  const keys = found.value.map((key, at) => ({ ...key, signs: at === 0 }));
  if (read.flags.has('json')) process.stdout.write(`${JSON.stringify(keys)}\n`);
  else
    printLines(
      keys.map(({ id, origin, madeAt, signs }) =>
        [id, signs ? 'signs' : 'before', madeAt.toISOString(), origin].join('  '),
      ),
    );
  return answered;
}

/** Scheme and host of an address, and nothing behind it; null where it is none, or not by https. */
function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && (url.protocol === 'https:' || url.hostname === 'localhost') ? url.origin : null;
}

const sentences: Readonly<Record<string, string>> = {
  NotFounded: 'Nobody has founded a programme here yet.',
  OriginMissing: 'No badge was signed here yet: say with --origin where this installation is found by everybody.',
  PasswordMissing: '--data is the folder of the Baken that uses this server: its password for the database lies there.',
};

function refused(text: string): number {
  process.stderr.write(text);
  return refusedStatus;
}

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import type { DatabaseAddress } from '#platform/server/db';
import { barePage } from './bare-queries.ts';
import { makeFolder, startBaken } from './installation.ts';
import { median } from './load.ts';
import { startBare } from './start-bare.ts';

type Say = (line: string) => void;

const port = 8631;
const few = 10_000;
const many = 1_000_000;
const main = join(import.meta.dirname, '../../src/apps/cli/main.ts');

interface Sender {
  post(statements: readonly object[]): Promise<void>;
  /** Milliseconds of one first page. */
  page(query: string): Promise<number>;
}

/** What a system in use sends: about 900 bytes each, of 400 people and 60 activities. */
function statement(at: number): object {
  const activity = (name: string): object => ({ id: `https://learning.example/${name}`, objectType: 'Activity' });
  return {
    id: randomUUID(),
    actor: {
      objectType: 'Agent',
      account: { homePage: 'https://learning.example/', name: `learner-${String(at % 400)}` },
    },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-GB': 'answered' } },
    object: {
      ...activity(`question-${String(at % 60)}`),
      definition: {
        name: { 'en-GB': `Question ${String(at % 60)}` },
        type: 'http://adlnet.gov/expapi/activities/question',
      },
    },
    result: {
      success: at % 3 !== 0,
      completion: true,
      duration: 'PT12S',
      score: { scaled: 0.8, raw: 8, min: 0, max: 10 },
    },
    context: {
      registration: randomUUID(),
      language: 'nl-NL',
      contextActivities: { parent: [activity('module')], grouping: [activity('programme')] },
    },
    timestamp: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(),
  };
}

const madeOf = (count: number): object[] => Array.from({ length: count }, (_, at) => statement(at));

/** Statements in and out beside the least that PostgreSQL could do with the same rows, on the same database. */
export async function benchRecords(say: Say): Promise<void> {
  const folder = makeFolder();
  const baken = await startBaken(folder.path, port);
  const owner = new pg.Client(baken.owner);
  await owner.connect();
  try {
    const sender = connect(folder.path);
    say('Record store, embedded PostgreSQL 18');
    await owner.query('CREATE SCHEMA bench; CREATE TABLE bench.bare (id uuid PRIMARY KEY, body text NOT NULL)');
    for (let done = 0; done < 40; done += 1) await sender.post(madeOf(100));
    for (const [size, requests] of [
      [1, 80],
      [50, 20],
      [100, 20],
    ] as const)
      await compareInsert(say, sender, owner, size, requests);
    await owner.query('TRUNCATE bench.bare');
    await comparePages(say, sender, owner, baken.owner);
  } finally {
    await owner.end();
    await baken.stop();
    folder.remove();
  }
}

function connect(data: string): Sender {
  const made = execFileSync(process.execPath, [main, 'lrs', 'key', 'create', '--json', '--data', data], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Printed right now by our own command.
  const { key, secret } = JSON.parse(made) as { key: string; secret: string };
  const headers = {
    Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'X-Experience-API-Version': '2.0.0',
    'Content-Type': 'application/json',
  };
  const address = `http://127.0.0.1:${String(port)}/xapi/statements`;
  return {
    post: async (statements) => {
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(statements) });
      if (answer.status !== 200) throw new Error(`answered ${String(answer.status)}`);
      await answer.arrayBuffer();
    },
    page: async (query) => {
      const began = performance.now();
      const answer = await fetch(`${address}?${query}`, { headers });
      await answer.arrayBuffer();
      return performance.now() - began;
    },
  };
}

async function compareInsert(
  say: Say,
  sender: Sender,
  owner: pg.Client,
  size: number,
  requests: number,
): Promise<void> {
  const timed = async (
    batches: readonly (readonly object[])[],
    work: (batch: readonly object[]) => Promise<unknown>,
  ): Promise<number> => {
    const began = performance.now();
    for (const batch of batches) await work(batch);
    return (requests * size) / ((performance.now() - began) / 1000);
  };
  const rounds: { readonly ours: number; readonly bare: number }[] = [];
  // In turns, so that whatever else the machine does meets both.
  for (let round = 0; round < 5; round += 1) {
    const batches = Array.from({ length: requests }, () => madeOf(size));
    const ours = await timed(batches, (batch) => sender.post(batch));
    rounds.push({ ours, bare: await timed(batches, (batch) => insertBare(owner, batch)) });
  }
  const ours = median(rounds.map((one) => one.ours));
  const bare = median(rounds.map((one) => one.bare));
  const ratio = median(rounds.map((one) => one.ours / one.bare)).toFixed(2);
  const goal = size === 1 ? '' : ' (goal 0.15, aim 0.25)';
  say(
    `  in batches of ${String(size)}: ${ours.toFixed(0)} statements/s, bare INSERT ${bare.toFixed(0)}, ratio ${ratio}${goal}`,
  );
}

function insertBare(owner: pg.Client, batch: readonly object[]): Promise<unknown> {
  const rows = batch.map((one) => ({ id: Reflect.get(one, 'id') as unknown, body: JSON.stringify(one) }));
  return owner.query({
    name: 'bare',
    text: 'INSERT INTO bench.bare SELECT id, body FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, body text)',
    values: [JSON.stringify(rows)],
  });
}

async function comparePages(say: Say, sender: Sender, owner: pg.Client, address: DatabaseAddress): Promise<void> {
  // So that there are as many as is said, whatever was measured before.
  await owner.query('TRUNCATE learning.lrs_statement, learning.lrs_found, learning.lrs_attached');
  for (let done = 0; done < few; done += 500) await sender.post(madeOf(500));
  const bare = await startBare(address);
  try {
    const small = await measurePages(sender, owner, bare.address);
    await multiply(owner, many / few);
    const large = await measurePages(sender, owner, bare.address);
    for (const kind of kinds) {
      const [before, after] = [small[kind], large[kind]];
      const grown = (after.ours / before.ours).toFixed(2);
      say(
        `  first page of 25 by ${kind}: ${after.ours.toFixed(2)} ms among ${String(many)}, ${grown} of that among ${String(few)} (goal 2.0)`,
      );
      const beside = (least: number): string => `${least.toFixed(2)} ms, ratio ${(after.ours / least).toFixed(2)}`;
      say(
        `    bare SELECT without a web server ${beside(after.bare)} (goal 3); through a bare web server ${beside(after.served)}`,
      );
    }
  } finally {
    await bare.stop();
  }
}

const kinds = ['activity', 'agent'] as const;
type Kind = (typeof kinds)[number];
interface Page {
  readonly ours: number;
  readonly bare: number;
  readonly served: number;
}

async function measurePages(
  sender: Sender,
  owner: pg.Client,
  bareAddress: string,
): Promise<Readonly<Record<Kind, Page>>> {
  await owner.query('ANALYZE');
  await makeBareIndexes(owner);
  await owner.query('VACUUM ANALYZE');
  const agent = JSON.stringify({ account: { homePage: 'https://learning.example/', name: 'learner-7' } });
  const queries = {
    activity: `limit=25&activity=${encodeURIComponent('https://learning.example/question-7')}`,
    agent: `limit=25&agent=${encodeURIComponent(agent)}`,
  };
  const both = async (kind: Kind): Promise<Page> => {
    const { rows } = await owner.query<{ key: string; tenant: string; store: string }>(
      `SELECT key, tenant, store FROM bench.by_${kind} WHERE NOT wide GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1`,
    );
    const [one] = rows;
    if (one === undefined) throw new Error('nothing was kept');
    const timed = async (ask: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await ask();
      return performance.now() - began;
    };
    const values = [one.key, one.tenant, one.store];
    const bare = { name: `page-${kind}`, text: barePage(kind), values };
    const served = `${bareAddress}/page/${[kind, ...values].join('/')}`;
    const found = { ours: [] as number[], bare: [] as number[], served: [] as number[] };
    for (let at = 0; at < 300; at += 1) {
      found.ours.push(await sender.page(queries[kind]));
      found.bare.push(await timed(() => owner.query(bare)));
      found.served.push(await timed(async () => (await fetch(served)).arrayBuffer()));
    }
    return { ours: median(found.ours), bare: median(found.bare), served: median(found.served) };
  };
  return { activity: await both('activity'), agent: await both('agent') };
}

/** For the least: one row for each statement and key, as a system would have it that keeps nothing else. */
async function makeBareIndexes(owner: pg.Client): Promise<void> {
  for (const [at, kind] of kinds.entries())
    await owner.query(`DROP TABLE IF EXISTS bench.by_${kind};
      CREATE TABLE bench.by_${kind} (tenant uuid NOT NULL, store uuid NOT NULL, key uuid NOT NULL, wide boolean NOT NULL,
        seq bigint NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant, store, key, wide, seq, id));
      INSERT INTO bench.by_${kind} SELECT f.tenant, f.store, f.key, f.wide, s.seq, s.id FROM learning.lrs_found f
        JOIN generate_series(0, 31) n ON f.marks & (1 << n) <> 0
        JOIN learning.lrs_statement s ON s.tenant = f.tenant AND s.store = f.store AND s.seq = f.block::bigint * 32 + n
        WHERE f.kind = ${String(at + 1)}`);
}

/** Writes what is there again and again under new ids, with everything it is found by: only the number matters here. */
async function multiply(owner: pg.Client, times: number): Promise<void> {
  const { rows } = await owner.query<{ last: string }>('SELECT max(seq) / 32 + 1 AS last FROM learning.lrs_statement');
  const blocks = `n * ${rows[0]?.last ?? '0'}`;
  const copies = `generate_series(1, ${String(times - 1)}) n`;
  await owner.query(`INSERT INTO learning.lrs_statement (tenant, store, seq, id, stored, newer, body)
    SELECT s.tenant, s.store, ${blocks} * 32 + s.seq, a.id, s.stored + n * interval '1 hour', s.newer,
      replace(s.body, s.id::text, a.id::text)
    FROM learning.lrs_statement s, ${copies}, LATERAL (SELECT gen_random_uuid() AS id WHERE n > 0 AND s.seq > 0) a`);
  await owner.query(`INSERT INTO learning.lrs_found (tenant, store, kind, key, block, wide, marks)
    SELECT tenant, store, kind, key, ${blocks} + block, wide, marks FROM learning.lrs_found, ${copies}`);
}

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { makeFolder, startBaken } from './installation.ts';

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
    for (const [size, requests] of [
      [1, 400],
      [50, 60],
      [100, 60],
    ] as const)
      await compareInsert(say, sender, owner, size, requests);
    await owner.query('TRUNCATE bench.bare');
    await comparePages(say, sender, owner);
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
  const batches = Array.from({ length: requests }, () => madeOf(size));
  const timed = async (work: (batch: readonly object[]) => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    for (const batch of batches) await work(batch);
    return (requests * size) / ((performance.now() - began) / 1000);
  };
  const ours = await timed((batch) => sender.post(batch));
  const bare = await timed((batch) => {
    const rows = batch.map((one) => ({ id: Reflect.get(one, 'id') as unknown, body: JSON.stringify(one) }));
    return owner.query({
      name: `bare-${String(size)}`,
      text: 'INSERT INTO bench.bare SELECT id, body FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, body text)',
      values: [JSON.stringify(rows)],
    });
  });
  const ratio = (ours / bare).toFixed(2);
  const goal = size === 100 ? ' (goal 0.15, aim 0.25)' : '';
  say(
    `  in batches of ${String(size)}: ${ours.toFixed(0)} statements/s, bare INSERT ${bare.toFixed(0)}, ratio ${ratio}${goal}`,
  );
}

async function comparePages(say: Say, sender: Sender, owner: pg.Client): Promise<void> {
  for (let done = 0; done < few; done += 500) await sender.post(madeOf(500));
  const small = await measurePages(sender, owner);
  await multiply(owner, many / few);
  const large = await measurePages(sender, owner);
  for (const kind of ['activity', 'agent'] as const) {
    const [before, after] = [small[kind], large[kind]];
    const grown = (after.ours / before.ours).toFixed(2);
    const beside = (after.ours / after.bare).toFixed(2);
    say(
      `  first page of 25 by ${kind}: ${after.ours.toFixed(2)} ms among ${String(many)}, ${grown} of that among ${String(few)} (goal 2.0), bare SELECT ${after.bare.toFixed(2)} ms, ratio ${beside} (goal 3)`,
    );
  }
}

type Measured = Readonly<Record<'activity' | 'agent', { readonly ours: number; readonly bare: number }>>;

async function measurePages(sender: Sender, owner: pg.Client): Promise<Measured> {
  await owner.query('ANALYZE');
  const agent = JSON.stringify({ account: { homePage: 'https://learning.example/', name: 'learner-7' } });
  const queries = {
    activity: `limit=25&activity=${encodeURIComponent('https://learning.example/question-7')}`,
    agent: `limit=25&agent=${encodeURIComponent(agent)}`,
  };
  const bareOf = async (table: 'activity' | 'agent'): Promise<number> => {
    const { rows } = await owner.query<{ key: string }>(
      `SELECT ${table} AS key FROM learning.lrs_by_${table} WHERE NOT wide GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const text = `SELECT s.body FROM learning.lrs_by_${table} i JOIN learning.lrs_statement s ON s.tenant = i.tenant AND s.id = i.id AND s.store = i.store
      WHERE i.${table} = $1 AND NOT i.wide AND i.tenant = (SELECT tenant FROM learning.lrs_key LIMIT 1) AND i.store = (SELECT store FROM learning.lrs_key LIMIT 1)
      ORDER BY i.seq DESC LIMIT 25`;
    return median(150, async () => {
      const began = performance.now();
      await owner.query({ name: `page-${table}`, text, values: [rows[0]?.key] });
      return performance.now() - began;
    });
  };
  const both = async (kind: 'activity' | 'agent') => ({
    ours: await median(150, () => sender.page(queries[kind])),
    bare: await bareOf(kind),
  });
  return { activity: await both('activity'), agent: await both('agent') };
}

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) found.push(await measure());
  return found.toSorted((left, right) => left - right)[Math.floor(times / 2)] ?? 0;
}

/** Writes what is there again and again under new ids, with everything it is found by: only the number matters here. */
async function multiply(owner: pg.Client, times: number): Promise<void> {
  await owner.query(`CREATE TABLE bench.again AS SELECT s.id AS old, n, gen_random_uuid() AS id
    FROM learning.lrs_statement s, generate_series(1, ${String(times - 1)}) n`);
  const { rows } = await owner.query<{ last: string }>('SELECT max(seq) AS last FROM learning.lrs_statement');
  const later = `a.n * ${rows[0]?.last ?? '0'}`;
  await owner.query(`INSERT INTO learning.lrs_statement (tenant, store, seq, id, stored, newer, body)
    SELECT s.tenant, s.store, ${later} + s.seq, a.id, s.stored + a.n * interval '1 hour', s.newer,
      replace(s.body, s.id::text, a.id::text)
    FROM learning.lrs_statement s JOIN bench.again a ON a.old = s.id`);
  for (const table of ['activity', 'agent', 'verb', 'registration']) {
    const wide = table === 'activity' || table === 'agent' ? 'wide, ' : '';
    await owner.query(`INSERT INTO learning.lrs_by_${table} (tenant, store, ${table}, ${wide}seq, id)
      SELECT i.tenant, i.store, i.${table}, ${wide}${later} + i.seq, a.id
      FROM learning.lrs_by_${table} i JOIN bench.again a ON a.old = i.id`);
  }
}

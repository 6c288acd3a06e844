import pg from 'pg';
import type { DatabaseAddress } from '#platform/server/db';
import type { OpenedCase } from '#modules/casework/client';
import { fillCases } from './fill-cases.ts';
import { makeFolder, startBaken, type RunningBaken } from './installation.ts';
import { compare, median, send, throughput, type Ask } from './load.ts';
import { foundProgramme, makeCase, type BenchProgramme } from './programme.ts';
import { compareNotes } from './notes.ts';
import { startBare } from './start-bare.ts';

type Say = (line: string) => void;
const crowd = 16;

/** Compares the main requests with a bare server on the same rows, and tells how the list grows. */
export async function benchRequests(say: Say, name: string, databaseUrl?: string): Promise<void> {
  const folder = makeFolder();
  const baken = await startBaken(folder.path, 18_080, databaseUrl);
  try {
    const programme = await foundProgramme(baken.address, baken.foundingCode);
    const cases: OpenedCase[] = [];
    for (let at = 0; at < crowd; at += 1) cases.push(await makeCase(programme, `Number ${at}`, 20));
    await makeBareTables(baken.owner, programme, cases);
    const bare = await startBare(baken.owner);
    try {
      const { tenant, user } = programme.session;
      await fillCases(baken.owner, tenant, user, 10_000);
      say(`### ${name}`);
      say('');
      say('| request | at once | Baken /s | bare /s | ratio |');
      say('|---|---|---|---|---|');
      for (const line of readLines(baken.address, bare.address, programme, cases)) {
        for (const atOnce of [1, crowd]) {
          const { ours, bare: least, ratio } = await compare(line.ours, line.bare, { atOnce });
          say(`| ${line.name} | ${atOnce} | ${Math.round(ours)} | ${Math.round(least)} | ${ratio.toFixed(2)} |`);
        }
      }
      await compareNotes(say, { baken: baken.address, bare: bare.address }, programme, cases, crowd);
      await tellGrowth(say, baken, programme);
    } finally {
      await bare.stop();
    }
  } finally {
    await baken.stop();
    folder.remove();
  }
}

interface Line {
  readonly name: string;
  readonly ours: Ask;
  readonly bare: Ask;
}

function readLines(
  address: string,
  bareAddress: string,
  { headers, session: { tenant, user } }: BenchProgramme,
  cases: readonly OpenedCase[],
): readonly Line[] {
  const ours = (path: string) => () => send({ address: `${address}${path}`, headers });
  const bare = (path: string) => () => send({ address: `${bareAddress}${path}` });
  const idOf = (at: number): string => cases[at % cases.length]?.id ?? '';
  return [
    {
      name: 'open a case with 20 records',
      ours: (at) => send({ address: `${address}/api/spaces/${idOf(at)}`, headers }),
      bare: (at) => send({ address: `${bareAddress}/space/${tenant}/${idOf(at)}/${user}` }),
    },
    {
      name: 'my 20 of 10,000 cases by next date',
      ours: ours('/api/cases?limit=20'),
      bare: bare(`/list/${tenant}/${user}`),
    },
    { name: 'overview over 10,000 cases', ours: ours('/api/cases-overview'), bare: bare(`/overview/${tenant}`) },
  ];
}

/** The same page of my cases while the programme grows: its cost must not grow with it. */
async function tellGrowth(say: Say, { address, owner }: RunningBaken, programme: BenchProgramme): Promise<void> {
  const { headers, session } = programme;
  const list: Ask = () => send({ address: `${address}/api/cases?limit=20`, headers });
  say('');
  say('| cases in the programme | my 20 by next date, ms at 1 | against the first |');
  say('|---|---|---|');
  let first = 0;
  for (const count of [1_000, 10_000, 100_000]) {
    await withOwner(owner, (client) => client.query('DELETE FROM casework.due'));
    await fillCases(owner, session.tenant, session.user, count);
    await throughput(list, 1, 500);
    const figures: number[] = [];
    for (let round = 0; round < 5; round += 1) figures.push(1_000 / (await throughput(list, 1, 800)));
    const milliseconds = median(figures);
    first ||= milliseconds;
    say(`| ${count.toLocaleString('en-GB')} | ${milliseconds.toFixed(2)} | ${(milliseconds / first).toFixed(2)} |`);
  }
}

async function makeBareTables(
  owner: DatabaseAddress,
  { session: { tenant } }: BenchProgramme,
  cases: readonly OpenedCase[],
): Promise<void> {
  await withOwner(owner, async (client) => {
    await client.query(`CREATE SCHEMA bench;
      CREATE TABLE bench.space (tenant uuid, id uuid, seq int, PRIMARY KEY (tenant, id));
      CREATE TABLE bench.operation (tenant uuid, space uuid, seq int, jws text, PRIMARY KEY (tenant, space, seq));
      CREATE TABLE bench.record (tenant uuid, space uuid, seq int, envelope text, PRIMARY KEY (tenant, space, seq));
      CREATE TABLE bench.event (tenant uuid, space uuid, seq int, act text)`);
    for (const { id } of cases) await client.query('INSERT INTO bench.space VALUES ($1, $2, 0)', [tenant, id]);
  });
}

async function withOwner(owner: DatabaseAddress, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

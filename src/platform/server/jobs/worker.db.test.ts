import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TenantId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { inTenant, openDatabase, type Database } from '#platform/server/db';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { addJob, JobFailed, startWorker, type JobRow, type Worker, type WorkerParts } from './index.ts';

let place: TestDatabase;
const opened: Database[] = [];
const workers: Worker[] = [];
let now = new Date('2026-11-25T10:00:00Z');
const later = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1_000));
// A tenant of its own for each test: nothing of one is left for the next.
let tenant: TenantId;

beforeAll(async () => {
  place = await openTestDatabase({ modules: [] });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await Promise.all(opened.splice(0).map((database) => database.close()));
});
afterAll(() => place.close());

const reports: string[] = [];

/** A worker with connections of its own, as another process has. */
function start(jobs: readonly JobRow[], options: Partial<WorkerParts> = {}): Worker {
  const database = openDatabase(place.app, 4);
  opened.push(database);
  const worker = startWorker({
    database,
    jobs,
    listTenants: () => Promise.resolve([tenant]),
    clock: { now: () => now },
    randomBytes,
    secrets: new Map(),
    mail: null,
    report: (job, error) => reports.push(`${job} ${error instanceof Error ? error.message : ''}`),
    pollSeconds: null,
    ...options,
  });
  workers.push(worker);
  return worker;
}

function newTenant(): void {
  // Random, so of the form of an id.
  tenant = randomUUID() as TenantId;
  reports.length = 0;
}

async function add(name: `${string}.${string}`, count: number): Promise<void> {
  await inTenant(place.database, { tenant, user: null }, async (tx) => {
    for (let n = 0; n < count; n += 1) await addJob(tx, tenant, { name, payload: { n: String(n) }, after: now });
  });
}

async function readJobs(): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(place.owner);
  await client.connect();
  try {
    const found = await client.query<Record<string, unknown>>(
      'SELECT kind, attempts, last_code, taken_by, run_after FROM platform.job WHERE tenant = $1 ORDER BY kind',
      [tenant],
    );
    return found.rows;
  } finally {
    await client.end();
  }
}

test('several workers racing run each of many jobs exactly once, and never two of one at once', async () => {
  newTenant();
  const done: string[] = [];
  const running = new Set<string>();
  const job: JobRow = {
    name: 'test.count',
    schedule: null,
    run: async ({ payload, inTransaction }) => {
      const name = payload['n'] ?? '';
      expect(running.has(name)).toBe(false);
      running.add(name);
      await inTransaction(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 4)));
      running.delete(name);
      done.push(name);
    },
  };
  await add('test.count', 120);
  const counts = await Promise.all([1, 2, 3, 4].map(() => start([job]).runDue()));
  expect(done.toSorted((left, right) => Number(left) - Number(right))).toEqual(
    Array.from({ length: 120 }, (_, n) => String(n)),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
  expect(await readJobs()).toEqual([]);
});

test('a job of a worker that died is taken again when its lease is over, and the dead cannot write any more', async () => {
  newTenant();
  const written: string[] = [];
  let wake: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  const write = (who: string, before: () => Promise<void>): JobRow => ({
    name: 'test.write',
    schedule: null,
    run: async ({ inTransaction }) => {
      await before();
      await inTransaction(() => {
        written.push(who);
        return Promise.resolve();
      });
    },
  });
  await add('test.write', 1);
  const frozen = start([write('frozen', () => asleep)]).runDue();
  const second = start([write('second', () => Promise.resolve())]);
  // Until the first has taken it.
  await expect.poll(async () => (await readJobs())[0]?.['attempts']).toBe(1);
  expect(await second.runDue()).toBe(0);
  later(61);
  expect(await second.runDue()).toBe(1);
  wake();
  await frozen;
  expect(written).toEqual(['second']);
  expect(reports).toEqual(['test.write TakenOver']);
  expect(await readJobs()).toEqual([]);
});

test('a process killed in the middle of a job leaves nothing half done; another does the job whole', async () => {
  newTenant();
  await add('test.halves', 1);
  const program = `
    import { startWorker, addJob } from '#platform/server/jobs';
    import { openDatabase } from '#platform/server/db';
    const [app, tenant, now] = JSON.parse(process.argv[1]);
    startWorker({
      database: openDatabase(app, 2), listTenants: async () => [tenant], clock: { now: () => new Date(now) },
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)), secrets: new Map(), mail: null,
      report: () => undefined, pollSeconds: null,
      jobs: [{ name: 'test.halves', schedule: null, run: ({ inTransaction }) => inTransaction(async (tx) => {
        await addJob(tx, tenant, { name: 'test.first-half', payload: {}, after: new Date(now) });
        process.stdout.write('half');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }) }],
    }).runDue();`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, JSON.stringify([place.app, tenant, now.toISOString()])],
    { cwd: join(import.meta.dirname, '../../../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect((await readJobs()).map(({ kind }) => kind)).toEqual(['test.halves']);
  const heir = start([
    {
      name: 'test.halves',
      schedule: null,
      run: ({ inTransaction }) =>
        inTransaction((tx) => addJob(tx, tenant, { name: 'test.whole', payload: {}, after: now })),
    },
  ]);
  expect(await heir.runDue()).toBe(0);
  later(61);
  // The database lets go of what the killed process held once it notices that nobody is there any more.
  await expect.poll(() => heir.runDue(), { timeout: 20_000 }).toBe(1);
  expect((await readJobs()).map(({ kind }) => kind)).toEqual(['test.whole']);
});

test('a worker that is busy for longer than its lease keeps the job by signs of life', async () => {
  newTenant();
  let wake: () => void = () => undefined;
  const long = new Promise<void>((resolve) => (wake = resolve));
  await add('test.long', 1);
  const job: JobRow = { name: 'test.long', schedule: null, run: () => long };
  const busy = start([job], { leaseSeconds: 0.3, clock: { now: () => new Date() } }).runDue();
  await expect.poll(async () => (await readJobs())[0]?.['attempts']).toBe(1);
  const other = start([job], { leaseSeconds: 0.3, clock: { now: () => new Date() } });
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(await other.runDue()).toBe(0);
  wake();
  expect(await busy).toBe(1);
});

test('a job that fails is tried again later and later, with a code and no words, until it succeeds', async () => {
  newTenant();
  let tries = 0;
  const job: JobRow = {
    name: 'test.fail',
    schedule: null,
    run: () => {
      tries += 1;
      if (tries === 1) throw new JobFailed('MailUnreachable');
      if (tries === 2) throw new Error('Linden Kite could not be written');
      return Promise.resolve();
    },
  };
  await add('test.fail', 1);
  const worker = start([job]);
  await worker.runDue();
  expect(await readJobs()).toMatchObject([{ attempts: 1, last_code: 'MailUnreachable', taken_by: null }]);
  later(29);
  expect(await worker.runDue()).toBe(0);
  later(1);
  expect(await worker.runDue()).toBe(1);
  expect(await readJobs()).toMatchObject([{ attempts: 2, last_code: 'Defect' }]);
  later(59);
  expect(await worker.runDue()).toBe(0);
  later(1);
  expect(await worker.runDue()).toBe(1);
  expect(tries).toBe(3);
  expect(await readJobs()).toEqual([]);
});

test('what a failed job wrote in its transaction is gone, and a recurring job comes again at its time', async () => {
  newTenant();
  let fail = true;
  let runs = 0;
  const job: JobRow = {
    name: 'test.daily',
    schedule: { dailyAtHour: 5 },
    run: ({ inTransaction, tenant: own }) =>
      inTransaction(async (tx) => {
        runs += 1;
        if (fail) {
          await addJob(tx, own, { name: 'test.left', payload: {}, after: now });
          throw new JobFailed('NotYet');
        }
      }),
  };
  const worker = start([job]);
  await Promise.all([worker.runDue(), start([job]).runDue()]);
  expect(runs).toBe(1);
  expect((await readJobs()).map(({ kind }) => kind)).toEqual(['test.daily']);
  fail = false;
  later(30);
  await worker.runDue();
  expect(await readJobs()).toMatchObject([
    { attempts: 0, last_code: null, run_after: new Date('2026-11-26T04:00:00Z') },
  ]);
  expect(await worker.runDue()).toBe(0);
});

test('a stop waits for the job that runs, takes no other, and leaves the rest for the next process', async () => {
  newTenant();
  let ended = 0;
  const job: JobRow = {
    name: 'test.slow',
    schedule: null,
    run: async ({ stopping }) => {
      await expect.poll(stopping).toBe(true);
      ended += 1;
    },
  };
  await add('test.slow', 3);
  const worker = start([job], { pollSeconds: 0.05 });
  await expect.poll(async () => (await readJobs()).some(({ attempts }) => attempts === 1)).toBe(true);
  await worker.stop();
  expect(ended).toBe(1);
  expect(await readJobs()).toHaveLength(2);
});

test('jobs of another tenant are out of sight', async () => {
  newTenant();
  await add('test.other', 1);
  const first = tenant;
  newTenant();
  expect(await start([{ name: 'test.other', schedule: null, run: () => Promise.resolve() }]).runDue()).toBe(0);
  const foreign = inTenant(place.database, { tenant, user: null }, (tx) =>
    addJob(tx, first, { name: 'test.other', payload: {}, after: now }),
  );
  await expect(foreign).rejects.toThrow(/row-level security/);
});

test('a tenant for which nothing can be registered or taken holds up no other, and is tried again', async () => {
  newTenant();
  // The database refuses everything that is asked for it: this is no id.
  const broken = 'no-tenant' as TenantId;
  const ran: TenantId[] = [];
  const job: JobRow = {
    name: 'test.hourly',
    schedule: { everyMinutes: 60 },
    run: ({ tenant: own }) => {
      ran.push(own);
      return Promise.resolve();
    },
  };
  let tenants: readonly TenantId[] = [broken, tenant];
  const worker = start([job], { listTenants: () => Promise.resolve(tenants) });
  expect(await worker.runDue()).toBe(1);
  expect(ran).toEqual([tenant]);
  expect(reports).toHaveLength(1);
  expect(reports[0]).toContain('worker');
  later(3_600);
  expect(await worker.runDue()).toBe(1);
  expect([ran, reports.length]).toEqual([[tenant, tenant], 2]);
  tenants = [tenant];
  later(3_600);
  expect(await worker.runDue()).toBe(1);
  expect(reports).toHaveLength(2);
});

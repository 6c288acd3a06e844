import { createId, type Clock, type RandomBytes, type TenantId } from '#platform/base';
import { inTenant, type Database, type Tx } from '../db/index.ts';
import type { Mailer } from '../mail/index.ts';
import { JobFailed, type JobContext, type JobRow } from './job-row.ts';
import {
  finishJob,
  hastenRecurring,
  holdJob,
  keepRecurring,
  renewJob,
  returnJob,
  takeJob,
  type TakenJob,
} from './job-store.ts';
import { nextRun, retryDelay } from './next-run.ts';

/** What the composition root gives to the worker. */
export interface WorkerParts {
  readonly database: Database;
  readonly jobs: readonly JobRow[];
  readonly listTenants: () => Promise<readonly TenantId[]>;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
  readonly mail: Mailer | null;
  /** Receives defects of jobs and failures with their code. */
  readonly report: (job: string, error: unknown) => void;
  /** Seconds between two looks at the table; null to look only when `runDue` is called. */
  readonly pollSeconds?: number | null;
  /** Seconds after which a job of a worker that gave no sign is free for others. */
  readonly leaseSeconds?: number;
}

/** The one loop of a process that runs jobs. */
export interface Worker {
  /**
   * Runs everything that is due now and says how many jobs ran, failed ones included. `ahead` runs
   * recurring jobs too that have time yet, for instance after much was written at once.
   */
  runDue(options?: { readonly ahead?: boolean }): Promise<number>;
  /** Takes no further job and waits for the one that runs. */
  stop(): Promise<void>;
}

/** Starts the loop. Several processes may each have one: a job is held by one of them at a time. */
export function startWorker(parts: WorkerParts): Worker {
  const { pollSeconds = 5 } = parts;
  let stopping = false;
  const own: OwnPlace = {
    worker: createId<string>(parts.randomBytes),
    known: new Set(),
    stopping: () => stopping,
  };
  let running: Promise<number> = Promise.resolve(0);
  const pass = async (ahead: boolean): Promise<number> => {
    let count = 0;
    for (const tenant of await parts.listTenants()) count += await runTenant(parts, own, tenant, ahead);
    return count;
  };
  const runDue: Worker['runDue'] = ({ ahead = false } = {}) => {
    const next = running
      .then(() => pass(ahead))
      .catch((error: unknown) => {
        // A database that does not answer: the next look tries again.
        parts.report('worker', error);
        return 0;
      });
    running = next;
    return next;
  };
  const timer = pollSeconds === null ? undefined : setInterval(() => void (stopping || runDue()), pollSeconds * 1_000);
  timer?.unref();
  return {
    runDue,
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** What one loop knows of itself. */
interface OwnPlace {
  readonly worker: string;
  /** Tenants whose recurring jobs are in the table. */
  readonly known: Set<TenantId>;
  readonly stopping: () => boolean;
}

/** Runs what is due for one tenant. What goes wrong for it is reported and holds up no other; the next look tries again. */
async function runTenant(
  parts: WorkerParts,
  { worker, known, stopping }: OwnPlace,
  tenant: TenantId,
  ahead: boolean,
): Promise<number> {
  let count = 0;
  try {
    if (!known.has(tenant)) await registerRecurring(parts, tenant);
    known.add(tenant);
    if (ahead) {
      const now = parts.clock.now();
      await inTenant(parts.database, { tenant, user: null }, (tx) => hastenRecurring(tx, tenant, now));
    }
    while (!stopping() && (await runOne(parts, worker, tenant, stopping))) count += 1;
  } catch (error) {
    parts.report('worker', error);
  }
  return count;
}

async function registerRecurring({ database, jobs, clock }: WorkerParts, tenant: TenantId): Promise<void> {
  await inTenant(database, { tenant, user: null }, async (tx) => {
    // The first time is at once, so that a new version or installation does not wait for tomorrow.
    for (const { name, schedule } of jobs) if (schedule) await keepRecurring(tx, tenant, name, clock.now());
  });
}

/** Takes one job, runs it, and writes down how it ended; false when nothing was due. */
async function runOne(parts: WorkerParts, worker: string, tenant: TenantId, stopping: () => boolean): Promise<boolean> {
  const { database, jobs, clock, leaseSeconds = 60 } = parts;
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inTenant(database, { tenant, user: null }, work);
  const lease = (): Date => new Date(clock.now().getTime() + leaseSeconds * 1_000);
  const kinds = jobs.map(({ name }) => name);
  const taken = await within((tx) => takeJob(tx, tenant, worker, { kinds, now: clock.now(), until: lease() }));
  const row = taken && jobs.find(({ name }) => name === taken.kind);
  if (!taken || !row) return false;
  const beat = setInterval(
    () => {
      within((tx) => renewJob(tx, tenant, worker, taken.id, lease())).catch(() => undefined);
    },
    (leaseSeconds * 1_000) / 3,
  );
  beat.unref();
  try {
    await row.run(contextOf(parts, worker, tenant, taken, stopping));
    const next = row.schedule && nextRun(row.schedule, clock.now());
    await within((tx) => finishJob(tx, tenant, worker, { id: taken.id, next }));
  } catch (error) {
    parts.report(row.name, error);
    const code = error instanceof JobFailed ? error.code : 'Defect';
    const after = new Date(clock.now().getTime() + retryDelay(taken.attempts));
    await within((tx) => returnJob(tx, tenant, worker, { id: taken.id, code, after }));
  } finally {
    clearInterval(beat);
  }
  return true;
}

function contextOf(
  { database, clock, randomBytes, secrets, mail }: WorkerParts,
  worker: string,
  tenant: TenantId,
  taken: TakenJob,
  stopping: () => boolean,
): JobContext {
  return {
    tenant,
    clock,
    randomBytes,
    secrets,
    mail,
    payload: taken.payload,
    stopping,
    inTransaction: (work) =>
      inTenant(database, { tenant, user: null }, async (tx) => {
        if (!(await holdJob(tx, tenant, worker, taken.id))) throw new JobFailed('TakenOver');
        return work(tx);
      }),
  };
}

import type { Clock, RandomBytes, TenantId } from '#platform/base';
import type { Tx } from '../db/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { Schedule } from './next-run.ts';

/** What a job gets to work with. */
export interface JobContext {
  readonly tenant: TenantId;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
  /** Null where the installation sends no mail. */
  readonly mail: Mailer | null;
  /** Ids and codes that came with the job; empty for recurring ones. */
  readonly payload: Readonly<Record<string, string>>;
  /** True once the server wants to stop: a long job ends at its next safe place. */
  readonly stopping: () => boolean;
  /**
   * One transaction with the tenant set, the only way a job reaches the database. It holds the job
   * itself, so that nobody else can run it meanwhile; it throws when this worker has lost the job.
   * No network call inside it.
   */
  inTransaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
}

/**
 * One kind of job, as a module offers it. It may run twice after a crash, never twice at once: what
 * it writes must be the same the second time.
 */
export interface JobRow {
  /** `area.act`, unique among all modules. */
  readonly name: `${string}.${string}`;
  /** When it recurs, for every tenant; null for jobs that somebody adds with `addJob`. */
  readonly schedule: Schedule | null;
  readonly run: (context: JobContext) => Promise<void>;
}

/** A failure that was to be expected, such as a mail server that is down; the code is kept with the job. */
export class JobFailed extends Error {
  readonly code: string;
  /** `code` is letters only: it is stored and logged, so it must never hold content. */
  constructor(code: string) {
    super(code);
    this.name = 'JobFailed';
    this.code = code;
  }
}

import type { Clock, RandomBytes, RouteRow } from '#platform/base';
import type { Blobs, HasRoom } from '../blobs/index.ts';
import type { Database, Tx } from '../db/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { ActEntry } from './act-entry.ts';
import type { SignedIn } from './context.ts';
import type { AddressReader } from './create-address-reader.ts';
import type { ReadingMeter } from './reading-meter.ts';

/** What the composition root gives to every request. */
export interface ServerParts {
  readonly database: Database;
  readonly blobs: Blobs;
  /** False when what is left on disk is kept for questions and for what is small. */
  readonly hasRoom: HasRoom;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
  readonly mail: Mailer | null;
  /** Under which everybody finds this installation, as settings say; null where they do not. */
  readonly publicOrigin: string | null;
  /** A second host that leads here, on which nothing but mounts for strangers is answered; null where there is none. */
  readonly packageOrigin: string | null;
  /** A text of the built browser side, by its path in there; null where there is none. */
  readonly readBuilt: (path: string) => Promise<string | null>;
  /** From where a request came, for counting tries. */
  readonly addressOf: AddressReader;
  /** Counts what is read, in memory: the database is not asked. */
  readonly meter: ReadingMeter;
  /**
   * Finds who holds a session token and sets tenant and user for the transaction; null when nobody does.
   * `reading`: the request changes nothing but the log of acts.
   */
  readonly authenticate: (tx: Tx, token: string, clock: Clock, reading: boolean) => Promise<SignedIn | null>;
  /**
   * Who held a session token when it was last looked up, less than a minute ago; null where that is not known. Only a
   * guess: nothing leaves, and nothing is kept, before `authenticate` has said the same.
   */
  readonly recall: (token: string, clock: Clock) => Promise<SignedIn | null>;
  /** Whether a role may do an act at all; relations are checked where they are known. */
  readonly mayRole: (permission: string, roles: readonly string[]) => boolean;
  /** Writes the audit entry of a request in its transaction. */
  readonly recordAct: (tx: Tx, entry: ActEntry) => Promise<void>;
  /**
   * Writes an entry on its own, for what no transaction keeps: that something was asked, that something was refused.
   * Fulfilled when it is in the database.
   */
  readonly noteAct: (entry: ActEntry) => Promise<void>;
  /** Receives defects; ids and codes only. */
  readonly reportDefect: (row: Pick<RouteRow, 'name'>, error: unknown) => void;
}

import { Socket } from 'node:net';
import process from 'node:process';
import type pg from 'pg';

/** A statement that came after the end of its transaction: it was never sent. */
export class AfterTheEnd extends Error {}

/** Statements of one transaction, in the order in which they were sent. */
export interface Statements {
  /** Refuses after the end: by then the connection may serve another request, of another tenant. */
  send(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** Sends the last statement; none can follow but a rollback. */
  end(text: 'commit' | 'rollback'): Promise<pg.QueryResult>;
  /** Sends the commit right after the statement that comes as the `count`th from now. */
  endAfter(count: number): void;
  /** Whether the commit has been sent, and its answer. */
  committed(): Promise<pg.QueryResult> | null;
  /** Fulfilled when one more statement has been sent. */
  nextSent(): Promise<void>;
  /** Waits for all that was sent; fails with the first that failed. */
  settled(): Promise<void>;
  /** Why the first statement that failed did so. */
  firstFailure(): unknown;
}

/** The statements of a transaction that begins on this connection; at most `most` of them, where that is known. */
export function createStatements(client: pg.PoolClient, most = Number.POSITIVE_INFINITY): Statements {
  const sent: Promise<unknown>[] = [];
  const ask = createAsking(client);
  const turns = createTurns();
  let failure: unknown;
  let ended = false;
  let left = Number.POSITIVE_INFINITY;
  let commitment: Promise<pg.QueryResult> | null = null;
  const dispatch = (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const answer = ask(text, values);
    sent.push(answer);
    answer.catch((error: unknown) => (failure ??= error));
    return answer;
  };
  const end = (text: 'commit' | 'rollback'): Promise<pg.QueryResult> => {
    ended = true;
    const answer = dispatch(text, []);
    if (text === 'commit') commitment = answer;
    return answer;
  };
  return {
    send: (text, values = []) => {
      if (ended || sent.length >= most)
        return Promise.reject(new AfterTheEnd('the transaction of this statement has ended'));
      const answer = dispatch(text, values);
      turns.come();
      left -= 1;
      if (left === 0) void end('commit');
      return answer;
    },
    end,
    endAfter: (count) => {
      left = count;
    },
    nextSent: turns.wait,
    committed: () => commitment,
    firstFailure: () => failure,
    settled: async () => void (await Promise.all(sent)),
  };
}

function createAsking(client: pg.PoolClient): (text: string, values: readonly unknown[]) => Promise<pg.QueryResult> {
  const hold = holdWrites(client);
  return (text, values) => {
    hold();
    const name = nameOf(text);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
}

/**
 * Statements asked for in one go leave in one write: each write wakes the database once. The stream is no promised part
 * of the driver, so without it statements simply leave one by one.
 */
function holdWrites(client: pg.PoolClient): () => void {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown = typeof connection === 'object' && connection ? Reflect.get(connection, 'stream') : null;
  if (!(stream instanceof Socket)) return () => undefined;
  let held = false;
  return () => {
    if (held) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
}

/** Those who wait for something to happen the next time. */
function createTurns(): { wait(): Promise<void>; come(): void } {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => void waiting.push(resolve)),
    come: () => {
      for (const goOn of waiting) goOn();
      waiting = [];
    },
  };
}

const names = new Map<string, string>();

/**
 * Named statements are parsed and planned once per connection, which halves the cost of short queries. Undefined once
 * there are very many texts: the rest go without a name, as a name stands for one text only.
 */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= 2_000) return known;
  const name = `baken_${names.size + 1}`;
  names.set(text, name);
  return name;
}

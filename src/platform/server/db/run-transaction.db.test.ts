import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { nameOf } from './create-statements.ts';
import { isDatabaseGone, lastStatements, refusalIn, sendAhead, type Tx } from './run-transaction.ts';
import { openDatabase, type Database } from './open-database.ts';

let place: TestDatabase;
let database: Database;

beforeAll(async () => {
  place = await openTestDatabase({ modules: [] });
  // One connection: what a transaction leaves behind, the next one would see.
  database = openDatabase(place.app, 1);
});
afterAll(async () => {
  await database.close();
  await place.close();
});
beforeEach(() => run((tx) => sql`DELETE FROM platform.rate`.execute(tx)));

const run = <Value>(work: (tx: Tx) => Promise<Value>, keep: (value: Value) => boolean = () => true): Promise<Value> =>
  database.transact(work, keep);
const add = (tx: Tx, key: string): Promise<unknown> =>
  sql`INSERT INTO platform.rate VALUES (${key}, '2026-01-01', 1)`.execute(tx);
const keys = async (): Promise<readonly string[]> =>
  (await run((tx) => sql<{ key: string }>`SELECT key FROM platform.rate ORDER BY key`.execute(tx))).rows.map(
    ({ key }) => key,
  );

describe('one transaction on one connection', () => {
  test('sends statements in the order in which they were asked for, and waits for all at the end', async () => {
    await run((tx) => {
      for (const key of ['a', 'b', 'c']) sendAhead(add(tx, key));
      sendAhead(sql`UPDATE platform.rate SET hits = 2 WHERE key = 'b'`.execute(tx));
      sendAhead(sql`DELETE FROM platform.rate WHERE hits = 1`.execute(tx));
      return Promise.resolve();
    });
    expect(await keys()).toEqual(['b']);
  });

  test('a statement that nobody waited for and that failed lets nothing be committed', async () => {
    const done = run(async (tx) => {
      await add(tx, 'a');
      sendAhead(add(tx, 'a'));
    });
    await expect(done).rejects.toThrow(/duplicate key/);
    expect(await keys()).toEqual([]);
  });

  test('a database that goes away in the middle is told apart from a defect, and the next transaction finds it again', async () => {
    const gone = run(async (tx) => {
      await add(tx, 'a');
      await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx);
    }).catch((error: unknown) => error);
    expect(isDatabaseGone(await gone)).toBe(true);
    const defect = run((tx) => sql`SELECT 1 / 0`.execute(tx)).catch((error: unknown) => error);
    expect(isDatabaseGone(await defect)).toBe(false);
    expect(await keys()).toEqual([]);
  });

  test('what is refused or thrown is rolled back, and the connection serves the next', async () => {
    expect(
      await run(
        async (tx) => (await add(tx, 'a'), 'refused'),
        () => false,
      ),
    ).toBe('refused');
    await expect(run(async (tx) => (await add(tx, 'b'), Promise.reject(new Error('defect'))))).rejects.toThrow(
      'defect',
    );
    await expect(run((tx) => sql`SELECT 1 / 0`.execute(tx))).rejects.toThrow(/division/);
    expect(await keys()).toEqual([]);
  });

  test('counts rows that were changed', async () => {
    const { numAffectedRows } = await run(async (tx) => {
      await add(tx, 'a');
      return sql`UPDATE platform.rate SET hits = 5`.execute(tx);
    });
    expect(numAffectedRows).toBe(1n);
  });

  test('a connection that was ended in the middle is replaced', async () => {
    const done = run(async (tx) => {
      await add(tx, 'a');
      await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await expect(done).rejects.toThrow();
    expect(await keys()).toEqual([]);
  });

  test('a statement of a transaction that has ended reaches nobody, neither alone nor within the next', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const done = run((tx) => {
      const slow = sql`SELECT pg_sleep(0.05)`.execute(tx).then(() => add(tx, 'first'));
      late = slow.then(() => new Promise((resolve) => setTimeout(resolve, 50))).then(() => add(tx, 'late'));
      sendAhead(late);
      return Promise.all([slow, Promise.reject(new Error('defect'))]);
    });
    await expect(done).rejects.toThrow('defect');
    await run(async (tx) => {
      await sql`SELECT pg_sleep(0.3)`.execute(tx);
    });
    await expect(late).rejects.toThrow(/has ended/);
    expect(await keys()).toEqual([]);
  });

  test('a statement that refuses by itself lets nothing be committed, and its refusal is told apart from a failure', async () => {
    const refused = run(async (tx) => {
      await add(tx, 'a');
      sendAhead(sql`SELECT platform.refuse('StateForbids', 'closed')`.execute(tx));
      sendAhead(add(tx, 'b'));
    }).catch((error: unknown) => error);
    expect(refusalIn(await refused)).toEqual({ type: 'StateForbids', reason: 'closed' });
    const failed = run((tx) => sql`SELECT 1 / 0`.execute(tx)).catch((error: unknown) => error);
    expect(refusalIn(await failed)).toBeNull();
    expect(await keys()).toEqual([]);
  });

  test('a statement with an array among its values is planned once, like any other', async () => {
    const ask = (tx: Tx): Promise<unknown> =>
      sql`SELECT hits FROM platform.rate WHERE key = ANY (${['a']})`.execute(tx);
    const counted = await run(async (tx) => {
      for (let turn = 0; turn < 8; turn += 1) await ask(tx);
      return sql<{ generic: number; custom: number }>`
        SELECT generic_plans AS generic, custom_plans AS custom FROM pg_prepared_statements
        WHERE statement LIKE 'SELECT hits FROM platform.rate WHERE key = ANY%'`.execute(tx);
    });
    expect(counted.rows).toEqual([{ generic: 8, custom: 0 }]);
  });

  test('names of statements never stand for two texts', () => {
    const seen = new Map<string, string>();
    for (let n = 0; n < 2_100; n += 1) {
      const text = `SELECT ${n}`;
      const name = nameOf(text);
      if (name === undefined) continue;
      expect(seen.get(name) ?? text).toBe(text);
      seen.set(name, text);
    }
    expect(seen.size).toBeGreaterThan(1_000);
  });
});

describe('a statement that is a transaction of its own', () => {
  test('is kept when it is answered; a second one is refused and reaches nobody', async () => {
    let second: Promise<unknown> = Promise.resolve();
    await database.alone((tx) => {
      const first = add(tx, 'first');
      second = add(tx, 'second');
      sendAhead(second);
      return first;
    });
    await expect(second).rejects.toThrow('has ended');
    expect(await keys()).toEqual(['first']);
  });

  test('leaves nothing behind when it fails, nor a tenant for the next', async () => {
    await expect(database.alone((tx) => sql`SELECT 1 / 0`.execute(tx))).rejects.toThrow('division by zero');
    await database.alone((tx) => sql`SELECT set_config('baken.tenant', 'somebody', true)`.execute(tx));
    const seen = await run((tx) => sql<{ t: string }>`SELECT current_setting('baken.tenant', true) AS t`.execute(tx));
    expect(seen.rows[0]?.t ?? '').toBe('');
  });

  test('that loses its connection fails, and the next finds another', async () => {
    const lost = database.alone((tx) => sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx));
    await expect(lost).rejects.toThrow();
    expect(await keys()).toEqual([]);
  });
});

describe('a question that says which statements are its last', () => {
  const ask = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
    database.transact(work, () => false, { snapshot: true });
  const one = (tx: Tx): Promise<unknown> => sql`SELECT 1`.execute(tx);

  test('has ended with them: one more is refused, and no other request is touched by it', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await ask(async (tx) => {
      lastStatements(tx, 2);
      await Promise.all([one(tx), one(tx)]);
      late = one(tx);
      sendAhead(late);
    });
    await expect(late).rejects.toThrow('has ended');
    expect(await keys()).toEqual([]);
  });

  test('is answered from one moment, and fails when one of them fails', async () => {
    const failed = ask(async (tx) => {
      lastStatements(tx, 2);
      await Promise.all([one(tx), sql`SELECT 1 / 0`.execute(tx)]);
    });
    await expect(failed).rejects.toThrow('division by zero');
    expect(await ask((tx) => one(tx))).toBeDefined();
  });

  test('fails also when nobody waited for the one that failed', async () => {
    const failed = ask(async (tx) => {
      lastStatements(tx, 2);
      sendAhead(sql`SELECT 1 / 0`.execute(tx));
      await one(tx);
    });
    await expect(failed).rejects.toThrow('division by zero');
  });

  test('where something may be written it means nothing: what is refused is rolled back', async () => {
    const refused = await run(
      async (tx) => {
        lastStatements(tx, 1);
        await add(tx, 'a');
        await add(tx, 'b');
        return 'refused';
      },
      () => false,
    );
    expect(refused).toBe('refused');
    expect(await keys()).toEqual([]);
  });
});

test('a transaction that only reads ends with its last statements, and may write nothing', async () => {
  const ask = <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> =>
    database.transact(work, () => true, { readOnly: true });
  let late: Promise<unknown> = Promise.resolve();
  await ask(async (tx) => {
    lastStatements(tx, 1);
    await sql`SELECT 1`.execute(tx);
    late = sql`SELECT 2`.execute(tx);
    sendAhead(late);
  });
  await expect(late).rejects.toThrow('has ended');
  await expect(ask((tx) => add(tx, 'read'))).rejects.toThrow('read-only');
  expect(await keys()).toEqual([]);
});

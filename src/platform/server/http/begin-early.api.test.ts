import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineRoute, ok, refuse, type TenantId, type UserId } from '#platform/base';
import { openSampleApp, type SampleApp } from '../../../../tests/support/sample-app.ts';
import { lastStatements, sendAhead, setCaller } from '../db/index.ts';
import { bind, type RequestContext, type SignedIn } from './context.ts';
import { countTry } from './count-try.ts';

const common = { permission: 'tell', audit: 'sample.told', refusals: [] } as const;
const output = z.strictObject({ told: z.string(), row: z.string() });
const input = z.strictObject({});
const ask = defineRoute({ ...common, name: 'ask', method: 'GET', path: '/api/ask', output });
const end = defineRoute({ ...common, name: 'end', method: 'GET', path: '/api/end', output });
const twice = defineRoute({ ...common, name: 'twice', method: 'GET', path: '/api/twice', output });
const write = defineRoute({ ...common, name: 'write', method: 'POST', path: '/api/write', input, output });
const early = defineRoute({ ...write, name: 'early', path: '/api/early', beginsEarly: true });
const late = defineRoute({ ...early, name: 'late', path: '/api/late', refusals: ['StateForbids'] });

// Ids of the test; real ones are random UUIDs too.
const tenant = randomUUID() as TenantId;
const person = (roles: readonly string[] = ['teller']): SignedIn => ({
  tenant,
  user: randomUUID() as UserId,
  roles,
  session: randomUUID(),
  stepUpFresh: false,
});
let app: SampleApp;
/** Whom the database would name, and who is remembered. */
let holder: SignedIn | null;
let guess: SignedIn | null;
/** Whether looking the session up writes that it was seen. */
let notes = false;
/** Whom the handler was called for, in order, and what the log was told. */
let called: string[];
let logged: string[];
let defects: unknown[];

/** Says whom it was called for, and whom the rows are shown to. */
async function tell({ tx, user }: Pick<RequestContext, 'tx' | 'user'>) {
  called.push(user);
  const found = await sql<{ who: string }>`SELECT current_setting('baken.user', true) AS who`.execute(tx);
  return ok({ told: user, row: found.rows[0]?.who ?? '' });
}

/** Counts in the database, which only a commit keeps. */
async function counting(context: RequestContext) {
  const counted = await countTry(context.tx, 'counted', { limit: 100, windowMinutes: 15 }, context.clock);
  if (!counted.ok) return refuse({ type: 'Stale' });
  const told = await tell(context);
  return ok({ ...told.value, row: String(counted.value.left) });
}

beforeAll(async () => {
  const now = new Date('2026-11-26T09:00:00Z');
  app = await openSampleApp(
    {
      clock: { now: () => now },
      authenticate: async (tx) => {
        await setCaller(tx, { tenant, user: holder?.user ?? null });
        // As for a session that is over: what was set is taken back, which a question that has ended refuses.
        if (!holder) await setCaller(tx, { tenant: null, user: null });
        if (notes) await sql`SELECT 1`.execute(tx);
        return holder;
      },
      recall: () => Promise.resolve(guess),
      mayRole: (_, roles) => roles.includes('teller'),
      recordAct: (_, { outcome }) => Promise.resolve(void logged.push(outcome)),
      noteAct: ({ actor, outcome }) => Promise.resolve(void logged.push(`${outcome} ${actor}`)),
      reportDefect: (_, error) => void defects.push(error),
    },
    [
      bind(ask, (context) => tell(context)),
      bind(end, (context) => {
        lastStatements(context.tx, 1);
        return tell(context);
      }),
      bind(twice, async (context) => {
        lastStatements(context.tx, 2);
        await sql`SELECT 2`.execute(context.tx);
        return tell(context);
      }),
      bind(write, (context) => counting(context)),
      bind(early, (context) => counting(context)),
      bind(late, (context) => {
        const counted = counting(context);
        sendAhead(sql`SELECT platform.refuse('StateForbids', 'closed')`.execute(context.tx));
        return counted;
      }),
    ],
  );
});
beforeEach(() => {
  [called, logged, defects] = [[], [], []];
  notes = false;
});
afterAll(() => app.close());

const cookie = { Cookie: '__Host-s=token' };
const own = { ...cookie, 'Content-Type': 'application/json', 'X-Req': '1', 'Sec-Fetch-Site': 'same-origin' };

async function get(path: string): Promise<{ status: number; body: unknown }> {
  const answer = await app.request(path, { headers: cookie });
  return { status: answer.status, body: await answer.json() };
}

async function post(path: string): Promise<{ status: number; body: unknown }> {
  const answer = await app.request(path, { method: 'POST', headers: own, body: '{}' });
  return { status: answer.status, body: await answer.json() };
}

describe.each(['/api/ask', '/api/end'])('a question asked before it is certain who asks (%s)', (path) => {
  test('is answered once when it was guessed right, with the rows of the one who asks', async () => {
    holder = guess = person();
    expect(await get(path)).toEqual({ status: 200, body: { told: holder.user, row: holder.user } });
    expect(called).toEqual([holder.user]);
    expect(logged).toEqual([`asked ${holder.user}`]);
  });

  test('is asked anew when somebody else asks, and says nothing of the one it was guessed to be', async () => {
    [holder, guess] = [person(), person()];
    expect(await get(path)).toEqual({ status: 200, body: { told: holder.user, row: holder.user } });
    expect(called).toEqual([guess.user, holder.user]);
    expect(logged).toEqual([`asked ${holder.user}`]);
  });

  test('is refused when the session is over by now', async () => {
    [holder, guess] = [null, person()];
    expect(await get(path)).toMatchObject({ status: 401, body: { type: expect.stringContaining('SignInNeeded') } });
    expect(logged).toEqual([]);
  });

  test.each([
    ['lost the role meanwhile', [], 403],
    ['has another role besides', ['teller', 'more'], 200],
  ])('is judged by the roles of now: who %s', async (_, roles, status) => {
    guess = person();
    holder = { ...guess, roles };
    expect((await get(path)).status).toBe(status);
    expect(called).toHaveLength(status === 200 ? 2 : 1);
    expect(defects).toEqual([]);
  });

  test('does not begin for somebody who was not allowed a moment ago', async () => {
    holder = person();
    guess = { ...holder, roles: [] };
    expect((await get(path)).status).toBe(200);
    expect(called).toEqual([holder.user]);
  });
});

test.each(['/api/ask', '/api/end', '/api/twice'])(
  'a session that is noted as seen meanwhile answers (%s)',
  async (path) => {
    holder = guess = person();
    notes = true;
    expect(await get(path)).toEqual({ status: 200, body: { told: holder.user, row: holder.user } });
    expect(defects).toEqual([]);
  },
);

describe('a change', () => {
  test('waits for certainty, unless its row says that all it does can be undone', async () => {
    [holder, guess] = [person(), person()];
    expect((await post('/api/write')).status).toBe(200);
    expect(called).toEqual([holder.user]);
  });

  test('begun for the wrong one is undone whole, and done once for the right one', async () => {
    [holder, guess] = [person(), person()];
    const before = Number(z.looseObject({ row: z.string() }).parse((await post('/api/write')).body).row);
    called = [];
    expect(await post('/api/early')).toEqual({ status: 200, body: { told: holder.user, row: String(before - 1) } });
    expect(called.at(-1)).toBe(holder.user);
    expect(await post('/api/write')).toMatchObject({ body: { row: String(before - 2) } });
    holder = null;
    expect((await post('/api/early')).status).toBe(401);
    holder = person();
    expect(await post('/api/write')).toMatchObject({ body: { row: String(before - 3) } });
    expect(defects).toEqual([]);
  });

  test('that a statement refused by itself is answered so, kept not at all, and told to the log once', async () => {
    holder = guess = person();
    const before = Number(z.looseObject({ row: z.string() }).parse((await post('/api/write')).body).row);
    logged = [];
    expect(await post('/api/late')).toMatchObject({
      status: 422,
      body: { type: expect.stringContaining('StateForbids'), reason: 'closed' },
    });
    // The line that the change itself would have kept went with it.
    expect(logged.filter((line) => line !== 'done')).toEqual([`StateForbids ${holder.user}`]);
    expect(await post('/api/write')).toMatchObject({ body: { row: String(before - 1) } });
    expect(defects).toEqual([]);
  });
});

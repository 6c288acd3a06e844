import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk } from '#platform/base';
import { drawPaperCode, hashText } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { certificateRoutes, learningRoutes, ownRoutes, type AttemptId } from '#modules/learning';
import { inTenant } from '#platform/server/db';
import { learnedCourse, openLearningProgramme, type LearningProgramme } from './support/learning-programme.ts';
import type { TestClient, TestServer } from './support/test-server.ts';
import { wholeRun } from './support/whole-run.ts';

const course = learnedCourse;
let programme: LearningProgramme;
let server: TestServer;
let staff: TestClient;
let ownCode = '';
let otherCode = '';

beforeAll(async () => {
  programme = await openLearningProgramme();
  ({ server, staff } = programme);
  ownCode = await programme.drawCode(await programme.addOrganisation('Ours', true));
  otherCode = await programme.drawCode(await programme.addOrganisation('Bridge'));
}, 60_000);
afterAll(() => programme.stop());

const at = (instant: string) => programme.at(instant);
const invited = (label: string) => programme.invited(label);
const ask = (statement: string) => programme.ask(statement);
async function joined(code = ownCode): Promise<TestClient> {
  const client = server.connect();
  expectOk(await client.api.call(learningRoutes.joinOrganisation, { input: { code } }));
  return client;
}
const newRun = (): AttemptId => createId<AttemptId>(randomBytes);
const steps = () => [...wholeRun(programme.released, createId(randomBytes))];
const send = (client: TestClient, attempt: AttemptId, some: ReturnType<typeof steps>) =>
  client.api.call(learningRoutes.saveSteps, {
    params: { attempt },
    input: { course, language: 'en', steps: some },
  });
const draw = async (client: TestClient) => expectOk(await client.api.call(ownRoutes.drawResumeCode, {})).code;
const resume = (client: TestClient, code: string) => client.api.call(ownRoutes.resumeLearner, { input: { code } });
const read = (client: TestClient) => client.api.call(learningRoutes.readLearner, { query: { course } });
const own = (client: TestClient) => client.api.call(ownRoutes.readOwnLearning, {});
const stepsOf = (client: TestClient, attempt: AttemptId) =>
  client.api.call(ownRoutes.readSteps, { params: { attempt } });

describe('a code to go on elsewhere', () => {
  test('opens the run where it was, again and again, and what both do is joined and done together', async () => {
    const laptop = await joined();
    const [run, all] = [newRun(), steps()];
    expectOk(await send(laptop, run, all.slice(0, 6)));
    const code = await draw(laptop);
    const phone = server.connect();
    expect(expectOk(await resume(phone, code.toLowerCase().replaceAll('-', ' ')))).toEqual({ organisation: 'Ours' });
    expect(expectOk(await read(phone)).attempt?.id).toBe(run);
    const there = expectOk(await stepsOf(phone, run)).steps;
    expect(there).toEqual(all.slice(0, 6));
    // Both go on at the same moment, each with a device of its own.
    const other = createId<string>(randomBytes);
    const phoned = all.slice(8).map((step, at) => ({ ...step, device: other, seq: at + 1 }));
    const answers = await Promise.all([send(laptop, run, all.slice(6, 8)), send(phone, run, phoned)]);
    answers.forEach((answer) => expectOk(answer));
    expect(expectOk(await read(laptop)).completedOn).toBe('2026-11-27');
    expect(expectOk(await stepsOf(laptop, run)).steps.length).toBe(all.length);
    // A third browser; and the same one twice changes nothing.
    expectOk(await resume(server.connect(), code));
    expectOk(await resume(phone, code));
    expect(expectOk(await own(phone)).browsers).toBe(3);
  });

  test('is stored as a hash, ends with the next one, and with two years', async () => {
    const laptop = await joined();
    const first = await draw(laptop);
    const second = await draw(laptop);
    const stored = JSON.stringify(await ask('SELECT * FROM learning.resume_code'));
    for (const code of [first, second]) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(await hashText(code));
    }
    expect(await resume(server.connect(), first)).toMatchObject({ refusal: { type: 'ResumeUnknown' } });
    server.clock.set(new Date('2028-11-27T10:00:00Z'));
    expectOk(await resume(server.connect(), second));
    server.clock.set(new Date('2028-11-28T10:00:00Z'));
    expect(await resume(server.connect(), second)).toMatchObject({ refusal: { type: 'ResumeUnknown' } });
    await at('2026-11-27T10:00:00Z');
  });

  test('reaches a learner whom no browser reaches any more', async () => {
    const laptop = await joined();
    const run = newRun();
    expectOk(await send(laptop, run, steps().slice(0, 2)));
    const code = await draw(laptop);
    server.clock.set(new Date('2027-08-01T10:00:00Z'));
    await server.runJobs({ ahead: true });
    expect(await own(laptop)).toMatchObject({ refusal: { type: 'NotJoined' } });
    const later = server.connect();
    expectOk(await resume(later, code));
    expect(expectOk(await stepsOf(later, run)).steps.length).toBe(2);
    await at('2026-11-27T10:00:00Z');
  });

  test('takes along what was begun here by nobody known, and is refused where somebody else learns', async () => {
    const code = await draw(await invited('P-1'));
    const begun = await joined(otherCode);
    const run = newRun();
    expectOk(await send(begun, run, steps().slice(0, 3)));
    expectOk(await resume(begun, code));
    expect(expectOk(await own(begun))).toMatchObject({ label: 'P-1', organisation: 'Ours' });
    expect(expectOk(await stepsOf(begun, run)).steps.length).toBe(3);
    const finished = await joined(otherCode);
    expectOk(await send(finished, newRun(), steps()));
    expect(await resume(finished, code)).toMatchObject({ refusal: { type: 'BrowserTaken' } });
    expect(await resume(await invited('P-2'), code)).toMatchObject({ refusal: { type: 'BrowserTaken' } });
  });

  test('that was mistyped costs no look at anybody, and tries are counted', async () => {
    const stranger = server.connect();
    expect(await resume(stranger, '7KM2-QXA9-4T0C-9')).toMatchObject({ refusal: { type: 'ResumeUnreadable' } });
    const answers = [];
    for (let at = 0; at < 61; at += 1) answers.push(await resume(stranger, 'nothing'));
    expect(answers.at(-1)).toMatchObject({ refusal: { type: 'TooManyTries' } });
    await at('2026-11-27T12:00:00Z');
  });
});

describe('the own learning', () => {
  test('is read whole by its learner and by nobody else', async () => {
    const client = await invited('P-3');
    const run = newRun();
    expectOk(await send(client, run, steps()));
    const all = expectOk(await own(client));
    expect(all).toMatchObject({ organisation: 'Ours', label: 'P-3', colleague: false, browsers: 1, codeUntil: null });
    expect(all.runs.map(({ attempt, steps: done }) => [attempt, done.length])).toEqual([[run, steps().length]]);
    expect(all.completions.map(({ on, route }) => [on, route])).toEqual([['2026-11-27', 'own-player']]);
    const other = await joined();
    const [foreign, missing] = [await stepsOf(other, run), await stepsOf(other, newRun())];
    expect(foreign).toEqual(missing);
    expect(foreign).toMatchObject({ refusal: { type: 'NotFound' } });
    for (const nobody of [server.connect(), staff])
      expect(await own(nobody)).toMatchObject({ refusal: { type: 'NotJoined' } });
  });

  test('is erased by the code alone, from any browser: numbers stay, certificates can be checked', async () => {
    const client = await invited('P-4');
    const run = newRun();
    expectOk(await send(client, run, steps()));
    const code = await hashText(drawPaperCode(randomBytes));
    expectOk(
      await client.api.call(certificateRoutes.issueCertificate, { input: { course, code, name: 'n'.repeat(43) } }),
    );
    const resumeCode = await draw(client);
    const numbers = () =>
      ask(`SELECT (SELECT count(*)::integer FROM learning.completion) AS done,
        (SELECT count(*)::integer FROM learning.beginning) AS begun`);
    const before = await numbers();
    const elsewhere = server.connect();
    expectOk(await elsewhere.api.call(ownRoutes.forgetByCode, { input: { code: resumeCode } }));
    expect(await own(client)).toMatchObject({ refusal: { type: 'NotJoined' } });
    expect(await own(elsewhere)).toMatchObject({ refusal: { type: 'NotJoined' } });
    expect(await ask(`SELECT 1 FROM learning.attempt WHERE id = '${run}'`)).toEqual([]);
    expect(await ask(`SELECT 1 FROM learning.invitee WHERE label = 'P-4'`)).toEqual([]);
    expect(await numbers()).toEqual(before);
    const checked = await elsewhere.api.call(certificateRoutes.checkCertificate, { input: { code, name: null } });
    expect(expectOk(checked).paper?.doneOn).toBe('2026-11-27');
    expect(await elsewhere.api.call(ownRoutes.forgetByCode, { input: { code: resumeCode } })).toMatchObject({
      refusal: { type: 'ResumeUnknown' },
    });
  });

  test('is ended on all other browsers from any of its own: that one stays, nothing is deleted, and it is written down', async () => {
    const laptop = await joined();
    const [run, all] = [newRun(), steps()];
    expectOk(await send(laptop, run, all.slice(0, 6)));
    const code = await draw(laptop);
    const [phone, tablet] = [server.connect(), server.connect()];
    for (const client of [phone, tablet]) expectOk(await resume(client, code));
    expect(expectOk(await own(phone)).browsers).toBe(3);
    const somebodyElse = await joined();
    const end = (client: TestClient) => client.api.call(ownRoutes.endOtherBrowsers, {});
    expect(expectOk(await end(phone))).toEqual({ ended: 2 });
    expect(expectOk(await own(phone))).toMatchObject({ browsers: 1, runs: [{ attempt: run }] });
    for (const client of [laptop, tablet]) {
      expect(await own(client)).toMatchObject({ refusal: { type: 'NotJoined' } });
      expect(await send(client, run, all.slice(6, 8))).toMatchObject({ refusal: { type: 'NotJoined' } });
    }
    expect(expectOk(await own(somebodyElse)).browsers).toBe(1);
    // Again there is nothing to end; a browser that is nobody's ends nothing.
    expect(expectOk(await end(phone))).toEqual({ ended: 0 });
    expect(await end(server.connect())).toMatchObject({ refusal: { type: 'NotJoined' } });
    expect(expectOk(await resume(laptop, code))).toEqual({ organisation: 'Ours' });
    const acts = await ask(`SELECT count(*)::integer AS count FROM audit.received
      WHERE act = 'learning.other-browsers-ended' AND subject = (SELECT learner::text FROM learning.attempt WHERE id = '${run}')`);
    expect(acts).toEqual([{ count: 2 }]);
  });

  test('rests for 24 months after its last step, over a leap day too, and not a day longer', async () => {
    await at('2026-11-27T12:00:00Z');
    const begin = async (day: string) => {
      server.clock.set(new Date(`${day}T12:00:00Z`));
      const client = await joined();
      const run = newRun();
      expectOk(await send(client, run, steps().slice(0, 2)));
      await draw(client);
      return run;
    };
    const runs = {
      early: await begin('2027-02-28'),
      leap: await begin('2028-02-29'),
      after: await begin('2028-03-01'),
    };
    const kept = async (day: string) => {
      server.clock.set(new Date(`${day}T12:00:00Z`));
      await server.runJobs({ ahead: true });
      const rows = JSON.stringify(await ask('SELECT id FROM learning.attempt'));
      return Object.entries(runs).flatMap(([name, id]) => (rows.includes(id) ? name : []));
    };
    expect(await kept('2029-02-28')).toEqual(['early', 'leap', 'after']);
    expect(await kept('2029-03-01')).toEqual(['leap', 'after']);
    // 29 February and 24 months is 28 February, that day included.
    expect(await kept('2030-02-28')).toEqual(['leap', 'after']);
    expect(await kept('2030-03-01')).toEqual(['after']);
    expect(await kept('2030-03-02')).toEqual([]);
  });
});

test('the program itself may not delete what people did: only the role of erasure and retention may, and what it may not it may not', async () => {
  const { database } = server.database;
  const within = (statement: RawBuilder<unknown>, asRole: boolean) =>
    inTenant(database, { tenant: null, user: null }, async (tx) => {
      if (asRole) await sql`SET LOCAL ROLE baken_forget`.execute(tx);
      await statement.execute(tx);
    });
  for (const statement of [
    sql`DELETE FROM learning.learner`,
    sql`DELETE FROM learning.attempt`,
    sql`DELETE FROM learning.step`,
    sql`DELETE FROM learning.proof`,
  ])
    await expect(within(statement, false)).rejects.toThrow(/permission denied/);
  await within(sql`DELETE FROM learning.learner`, true);
  for (const statement of [
    sql`DELETE FROM learning.completion`,
    sql`DELETE FROM learning.certificate`,
    sql`INSERT INTO learning.learner (tenant, id, organisation) VALUES (NULL, NULL, NULL)`,
    sql`SELECT 1 FROM learning.step`,
    sql`SELECT 1 FROM accounts.account`,
  ])
    await expect(within(statement, true)).rejects.toThrow(/permission denied/);
});

test('nothing went wrong on the server', () => expect(server.defects).toEqual([]));

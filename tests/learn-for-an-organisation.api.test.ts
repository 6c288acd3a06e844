import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { civilDate, createId, expectOk } from '#platform/base';
import { drawPaperCode, hashText, proveName } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import {
  certificateRoutes,
  figureRoutes,
  learningRoutes,
  type AttemptId,
  type OrganisationId,
  type ReleasedCourse,
} from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses, wholeRun as runOf, type SentStep } from './support/whole-run.ts';

const course = 'recognising-trafficking';
let webRoot = '';
let server: TestServer;
let staff: TestClient;
let released: ReleasedCourse;

beforeAll(async () => {
  ({ webRoot, released } = await builtCourses());
  server = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z') });
  staff = server.connect();
  await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

type Step = SentStep;
const wholeRun = (device: string): readonly Step[] => runOf(released, device);

async function addOrganisation(name: string, own = false): Promise<{ id: OrganisationId; code: string }> {
  const id = createId<OrganisationId>(randomBytes);
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name, own } }));
  const { code } = expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
  return { id, code };
}

async function joined(code: string): Promise<TestClient> {
  const learner = server.connect();
  expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code } }));
  return learner;
}

const send = (learner: TestClient, attempt: AttemptId, steps: readonly Step[], language = 'en') =>
  learner.api.call(learningRoutes.saveSteps, { params: { attempt }, input: { course, language, steps: [...steps] } });
const newRun = (): AttemptId => createId<AttemptId>(randomBytes);
const device = (): string => createId(randomBytes);
/** What a statement gives on a connection of its own, past the server. */
async function ask(
  address: ConstructorParameters<typeof pg.Client>[0],
  statement: string,
): Promise<readonly unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const thisYear = { year: '2026' };
const figures = async () =>
  expectOk(await staff.api.call(figureRoutes.readFigures, { query: thisYear })).courses[0]?.organisations ?? [];
/** What is told of our own in the running month. */
const thisMonth = async () => (await figures()).find(({ own }) => own)?.steps.at(-1);
/** What is kept of an organisation that is not told of yet. */
const kept = async (organisation: string) =>
  ask(
    server.database.owner,
    `SELECT (SELECT count(*)::integer FROM learning.beginning b WHERE b.organisation = o.id) AS began,
       (SELECT count(*)::integer FROM learning.completion c WHERE c.organisation = o.id) AS completions
     FROM learning.organisation o WHERE o.name = '${organisation}'`,
  );

describe('a learner', () => {
  test('gives a code, sends steps in parts and twice, and is done once, on the day of the server', async () => {
    const { code } = await addOrganisation('Harbour House', true);
    const learner = await joined(code.toLowerCase().replaceAll('-', ' '));
    const [run, phone] = [newRun(), device()];
    const steps = wholeRun(phone);
    const first = expectOk(await send(learner, run, steps.slice(0, 6)));
    expect(first).toMatchObject({
      organisation: 'Harbour House',
      attempt: { id: run, held: [{ device: phone, seq: 6 }] },
      colleague: false,
      completedOn: null,
    });
    // The answer was lost: the device sends all of it again, and another device sends the rest at the same moment.
    const both = await Promise.all([
      send(learner, run, steps.slice(0, 8)),
      send(
        learner,
        run,
        steps.slice(8).map((step) => ({ ...step, device: phone })),
      ),
    ]);
    both.forEach((answer) => expectOk(answer));
    expectOk(await send(learner, run, steps));
    const read = expectOk(await learner.api.call(learningRoutes.readLearner, { query: { course } }));
    expect(read.completedOn).toBe('2026-11-27');
    expect(read.attempt?.held).toEqual([{ device: phone, seq: steps.length }]);
    const counted = { from: 11, until: 11, began: 1, people: 1, completions: 1, certificates: 0 };
    expect(await thisMonth()).toEqual(counted);
    // A second run of the same learner is a renewal, not another person.
    const other = newRun();
    expect(expectOk(await send(learner, other, wholeRun(device()), 'nl')).attempt?.id).toBe(other);
    expect(await thisMonth()).toEqual({ ...counted, completions: 2 });
  });

  test('is not done while anything is missing, whatever a device claims', async () => {
    const { code } = await addOrganisation('Bridge');
    const learner = await joined(code);
    const steps = wholeRun(device()).filter(({ block }) => block !== 'final');
    expect(expectOk(await send(learner, newRun(), steps)).completedOn).toBeNull();
  });

  test('moves to another organisation until something is finished, and is never counted twice', async () => {
    const [one, two] = [await addOrganisation('One'), await addOrganisation('Two')];
    const learner = await joined(one.code);
    expectOk(await send(learner, newRun(), wholeRun(device()).slice(0, 2)));
    expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: two.code } }));
    expectOk(await send(learner, newRun(), wholeRun(device())));
    expect(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: one.code } })).toMatchObject({
      refusal: { type: 'JoinedElsewhere' },
    });
    expect(expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: two.code } }))).toEqual({
      organisation: 'Two',
    });
    expect([await kept('One'), await kept('Two')]).toEqual([
      [{ began: 0, completions: 0 }],
      [{ began: 1, completions: 1 }],
    ]);
    // Of the running month nothing is told of partners, not even that there is somebody.
    const told = (await figures()).find(({ name }) => name === 'Two');
    expect(told?.held).toBe(false);
    expect(told?.steps.every(({ began, people }) => began === 0 && people === 0)).toBe(true);
  });

  test('who began with an older version is not held up by scenes that are no more', async () => {
    const { code } = await addOrganisation('Older');
    const learner = await joined(code);
    const steps = wholeRun(device());
    const old = { ...steps[0], scene: 'gone', seq: steps.length + 1 } as Step;
    expect(expectOk(await send(learner, newRun(), [...steps, old])).completedOn).toBe('2026-11-27');
  });

  test('takes back everything, and the numbers stay', async () => {
    const { code } = await addOrganisation('Gone');
    const learner = await joined(code);
    expectOk(await send(learner, newRun(), wholeRun(device())));
    expectOk(await learner.api.call(learningRoutes.forgetLearner, {}));
    expect(expectOk(await learner.api.call(learningRoutes.readLearner, { query: { course } }))).toMatchObject({
      organisation: null,
      attempt: null,
    });
    expect((await send(learner, newRun(), wholeRun(device()))).ok).toBe(false);
    const left = await ask(
      server.database.owner,
      `SELECT count(*)::integer AS learners FROM learning.learner l
        JOIN learning.organisation o ON o.tenant = l.tenant AND o.id = l.organisation WHERE o.name = 'Gone'`,
    );
    expect(left).toEqual([{ learners: 0 }]);
    expect(await kept('Gone')).toEqual([{ began: 1, completions: 1 }]);
  });

  test('is told what its organisation filled in, and nobody else is', async () => {
    const { id, code } = await addOrganisation('Lighthouse');
    const value = {
      course,
      slot: 'contact',
      language: 'en',
      words: 'Sam, room 12',
      checkedOn: civilDate('2026-11-01'),
    };
    const fill = (input: typeof value) =>
      staff.api.call(learningRoutes.fillSlot, { params: { organisation: id }, input });
    expectOk(await fill(value));
    expect(await fill({ ...value, slot: 'nowhere' })).toMatchObject({ refusal: { type: 'SlotUnknown' } });
    expect(await fill({ ...value, checkedOn: civilDate('2026-11-28') })).toMatchObject({
      refusal: { type: 'DayInFuture' },
    });
    const learner = await joined(code);
    const asked = async (client: TestClient) =>
      expectOk(await client.api.call(learningRoutes.readLearner, { query: { course } })).slots;
    expect(await asked(learner)).toEqual([
      { slot: 'contact', language: 'en', words: 'Sam, room 12', checkedOn: '2026-11-01' },
    ]);
    expect(await asked(server.connect())).toEqual([]);
    expectOk(await fill({ ...value, words: '  ' }));
    expect(await asked(learner)).toEqual([]);
  });
});

describe('a certificate', () => {
  test('is checked by its code and, where asked, its name; and outlives the learner', async () => {
    const { code: joinCode } = await addOrganisation('Papers');
    const learner = await joined(joinCode);
    const code = drawPaperCode(randomBytes);
    const paper = { code: await hashText(code), name: await proveName(code, 'Noor de Vries') };
    const issue = () => learner.api.call(certificateRoutes.issueCertificate, { input: { course, ...paper } });
    expect(await issue()).toMatchObject({ refusal: { type: 'NotFinished' } });
    expectOk(await send(learner, newRun(), wholeRun(device())));
    expect(expectOk(await issue())).toMatchObject({
      version: released.version,
      doneOn: '2026-11-27',
      minutes: 35,
      draft: true,
    });
    expectOk(await learner.api.call(learningRoutes.forgetLearner, {}));
    expect(await issue()).toMatchObject({ refusal: { type: 'NotJoined' } });
    const check = async (of: string, name: string | null) =>
      expectOk(
        await server.connect().api.call(certificateRoutes.checkCertificate, {
          input: { code: await hashText(of), name: name === null ? null : await proveName(of, name) },
        }),
      );
    expect(await check(code, 'NOOR  de vries')).toMatchObject({ paper: { title: released.title }, nameFits: true });
    expect((await check(code, 'Somebody Else')).nameFits).toBe(false);
    expect((await check(code, null)).nameFits).toBeNull();
    expect(await check(drawPaperCode(randomBytes), 'Noor de Vries')).toEqual({
      paper: null,
      nameFits: null,
      revoked: null,
    });
    // Neither the code nor the name is anywhere in the database.
    const rows = JSON.stringify(await ask(server.database.owner, 'SELECT * FROM learning.certificate'));
    expect(rows).not.toContain(code);
    expect(rows.toLowerCase()).not.toContain('vries');
  });

  test('says what was true when the module was done, whatever the module says later', async () => {
    const { code: joinCode } = await addOrganisation('Later');
    const learner = await joined(joinCode);
    expectOk(await send(learner, newRun(), wholeRun(device())));
    const file = join(webRoot, `courses/${course}/en.json`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...released, title: 'Another title', budget: 90 }));
    try {
      const code = drawPaperCode(randomBytes);
      const input = { course, code: await hashText(code), name: await proveName(code, 'Sam') };
      const paper = expectOk(await learner.api.call(certificateRoutes.issueCertificate, { input }));
      expect(paper).toMatchObject({ title: released.title, minutes: 35 });
    } finally {
      writeFileSync(file, text);
    }
  });

  test('cannot be tried out', async () => {
    const stranger = server.connect();
    const guess = async () => {
      const code = await hashText(drawPaperCode(randomBytes));
      return stranger.api.call(certificateRoutes.checkCertificate, { input: { code, name: null } });
    };
    for (let tries = 0; tries < 20; tries += 1) await guess();
    expect(await guess()).toMatchObject({ refusal: { type: 'TooManyTries' } });
  });
});

describe('what does not fit', () => {
  test('is refused, and nothing of it is kept', async () => {
    const { code } = await addOrganisation('Strict');
    const [learner, other] = [await joined(code), await joined(code)];
    const [run, phone] = [newRun(), device()];
    const [step] = wholeRun(phone);
    if (step === undefined) throw new Error('a run has steps');
    expectOk(await send(learner, run, [step]));
    const refusals = await Promise.all([
      send(other, run, [{ ...step, seq: 2 }]),
      send(server.connect(), newRun(), [step]),
      send(learner, run, [{ ...step, seq: 2 }], 'fr'),
      send(learner, run, [{ ...step, seq: 2, options: ['Words of Somebody'] }]),
      // Where somebody works stays on the device.
      send(learner, run, [{ ...step, seq: 2, kind: 'workplace' as 'opened' }]),
    ]);
    expect(refusals.map((answer) => (answer.ok ? 'taken' : answer.refusal.type))).toEqual([
      'RunTaken',
      'NotJoined',
      'NotFound',
      'BodyInvalid',
      'BodyInvalid',
    ]);
    expect(expectOk(await send(learner, run, [step])).attempt?.held).toEqual([{ device: phone, seq: 1 }]);
  });

  test('a code that is wrong, ended or tried too often opens nothing', async () => {
    const { id, code } = await addOrganisation('Codes');
    const again = expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation: id } })).code;
    const stranger = server.connect();
    const give = async (typed: string) => {
      const answer = await stranger.api.call(learningRoutes.joinOrganisation, { input: { code: typed } });
      return answer.ok ? answer.value.organisation : answer.refusal.type;
    };
    expect(again).not.toBe(code);
    expect([await give(code), await give('nonsense'), await give(again)]).toEqual([
      'CodeUnknown',
      'CodeUnknown',
      'Codes',
    ]);
    for (let tries = 0; tries < 600; tries += 1) await give('nonsense');
    expect(await give(again)).toBe('TooManyTries');
  });

  test('names are taken once, and there is one organisation of our own', async () => {
    const add = async (name: string, own: boolean) => {
      const id = createId<OrganisationId>(randomBytes);
      const answer = await staff.api.call(learningRoutes.addOrganisation, { input: { id, name, own } });
      return answer.ok ? 'added' : answer.refusal.type;
    };
    expect([await add('Strict', false), await add('Another of ours', true)]).toEqual([
      'OrganisationTaken',
      'OrganisationTaken',
    ]);
    expect(server.defects).toEqual([]);
  });

  test('what was finished cannot be changed, not even by our own server', async () => {
    for (const statement of ['UPDATE learning.completion SET done_on = done_on', 'DELETE FROM learning.completion'])
      await expect(ask(server.database.app, statement)).rejects.toThrow(/permission denied/);
  });
});

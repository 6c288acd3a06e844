import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { addDays, civilDate, createId, expectOk, type CivilDate, type RouteOutput } from '#platform/base';
import { keyedText } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import {
  certificateRoutes,
  figureRoutes,
  learningRoutes,
  readReceiptCode,
  receiptTag,
  receiptText,
  writeReceiptCode,
  type AttemptId,
  type OrganisationId,
  type ReleasedCourse,
} from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses, wholeRun } from './support/whole-run.ts';

const course = 'recognising-trafficking';
const today = civilDate('2026-11-27');
let webRoot = '';
let released: ReleasedCourse;
let server: TestServer;
let other: TestServer;
let staff: TestClient;
let volunteer: TestClient;
let anna: TestPerson;
let owner: pg.Client;
let joinCode = '';

async function found(
  at: TestServer,
): Promise<{ staff: TestClient; made: Awaited<ReturnType<typeof buildFounder>>; code: string }> {
  const client = at.connect();
  const made = await buildFounder(buildParts(client.api, at.clock), at.foundingCode);
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: true };
  expectOk(await client.api.call(learningRoutes.addOrganisation, { input }));
  const { code } = expectOk(await client.api.call(learningRoutes.drawCode, { params: { organisation: id } }));
  return { staff: client, made, code };
}

beforeAll(async () => {
  ({ webRoot, released } = await builtCourses());
  const now = new Date('2026-11-27T10:00:00Z');
  [server, other] = [await startTestServer({ webRoot, now }), await startTestServer({ webRoot, now })];
  const here = await found(server);
  ({ staff, code: joinCode } = here);
  volunteer = server.connect();
  const roles = [{ role: 'volunteer', until: null }] as const;
  const made = await buildColleague(here.made, buildParts(volunteer.api, server.clock), { handle: 'lea', roles });
  anna = made.inviter;
  owner = new pg.Client(server.database.owner);
  await owner.connect();
}, 90_000);
afterAll(async () => {
  await owner.end();
  expect([server.defects, other.defects]).toEqual([[], []]);
  await server.stop();
  await other.stop();
  rmSync(webRoot, { recursive: true });
});

type Given = RouteOutput<typeof learningRoutes.giveReceipt>;

/** A learner who took the module along, and a phone that never asks the server anything again. */
async function tookAlong(at = server, code = joinCode) {
  const learner = at.connect();
  expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code } }));
  const attempt = createId<AttemptId>(randomBytes);
  const given = expectOk(await give(learner, attempt));
  return { learner, attempt, given };
}
const give = (learner: TestClient, attempt: AttemptId) =>
  learner.api.call(learningRoutes.giveReceipt, { params: { attempt }, input: { course, language: 'en' } });
/** What the phone makes of it, by nothing but what it was given. */
async function made(given: Given, day: CivilDate = today): Promise<string> {
  const { number, key, version } = given;
  return writeReceiptCode({
    number,
    day,
    tag: receiptTag(await keyedText(key, receiptText({ course, version, number, day }))),
  });
}
const redeem = (receipt: string, by = staff) =>
  by.api.call(learningRoutes.redeemReceipt, { input: { receipt, beside: null } });
const refused = (type: string) => ({ ok: false, refusal: { type } });
const sendAll = (learner: TestClient, attempt: AttemptId) =>
  learner.api.call(learningRoutes.saveSteps, {
    params: { attempt },
    input: { course, language: 'en', steps: [...wholeRun(released, createId(randomBytes))] },
  });
async function counted(attempt: AttemptId): Promise<readonly unknown[]> {
  const asked = await owner.query('SELECT route FROM learning.completion WHERE attempt = $1', [attempt]);
  return asked.rows.map((row: { route: string }) => row.route);
}
const people = async () => {
  const answer = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
  return answer.courses[0]?.organisations[0]?.steps.at(-1)?.people ?? 0;
};

describe('a receipt', () => {
  test('counts once under its own route, for the organisation of the learner, however it is typed', async () => {
    const before = await people();
    const { given, attempt } = await tookAlong();
    const code = await made(given);
    const answer = expectOk(await redeem(` ${code.toLowerCase().replaceAll('-', ' ')} `));
    expect(answer).toMatchObject({
      organisation: 'Harbour House',
      version: released.version,
      doneOn: today,
      isKnown: false,
    });
    expect(await redeem(code)).toMatchObject(refused('ReceiptRedeemed'));
    // Another day on the same number is the same receipt.
    server.clock.set(new Date('2026-11-28T10:00:00Z'));
    await signInAgain();
    expect(await redeem(await made(given, addDays(today, 1)))).toMatchObject(refused('ReceiptRedeemed'));
    expect(await counted(attempt)).toEqual(['receipt']);
    expect(await people()).toBe(before + 1);
    server.clock.set(new Date('2026-11-27T10:00:00Z'));
    await signInAgain();
  });

  test('that two coordinators redeem at the same moment counts once', async () => {
    const { given, attempt } = await tookAlong();
    const code = await made(given);
    const answers = await Promise.all([redeem(code), redeem(code), redeem(code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await counted(attempt)).toEqual(['receipt']);
  });

  test('of steps that arrived by themselves adds nothing, and steps that arrive afterwards add nothing either', async () => {
    const first = await tookAlong();
    expectOk(await sendAll(first.learner, first.attempt));
    expect(expectOk(await redeem(await made(first.given)))).toMatchObject({ isKnown: true });
    expect(await counted(first.attempt)).toEqual(['own-player']);
    const second = await tookAlong();
    expectOk(await redeem(await made(second.given)));
    // A paper needs what the server saw itself; then the steps come after all.
    const paper = { course, code: 'A'.repeat(43), name: 'B'.repeat(43) };
    const issue = () => second.learner.api.call(certificateRoutes.issueCertificate, { input: paper });
    expect(await issue()).toMatchObject(refused('NotFinished'));
    expectOk(await sendAll(second.learner, second.attempt));
    expect(await counted(second.attempt)).toEqual(['receipt']);
    expect((await issue()).ok).toBe(true);
  });

  test('opens no gate by itself: it becomes no proof until the steps arrive', async () => {
    const proofs = async (attempt: AttemptId) =>
      (await owner.query('SELECT id FROM learning.proof WHERE id = $1', [attempt])).rows.length;
    const { learner, given, attempt } = await tookAlong();
    // One of our own people, for whom what they finish counts by name.
    await owner.query(
      `INSERT INTO learning.learner_account (tenant, learner, user_id)
       SELECT a.tenant, a.learner, $2 FROM learning.attempt a WHERE a.id = $1`,
      [attempt, anna.person.user],
    );
    expectOk(await redeem(await made(given)));
    expect(await proofs(attempt)).toBe(0);
    expectOk(await sendAll(learner, attempt));
    expect(await proofs(attempt)).toBe(1);
  });

  test('asked for again is the same number; another run has another, and somebody else’s run has none', async () => {
    const { learner, given, attempt } = await tookAlong();
    expect(expectOk(await give(learner, attempt))).toEqual(given);
    const next = expectOk(await give(learner, createId<AttemptId>(randomBytes)));
    expect(next.number).not.toBe(given.number);
    const stranger = await tookAlong();
    expect(await give(stranger.learner, attempt)).toMatchObject(refused('RunTaken'));
    expect(await give(server.connect(), createId<AttemptId>(randomBytes))).toMatchObject(refused('NotJoined'));
  });

  test('that was forged, altered, made elsewhere or dated wrongly is refused with its reason, and counts nothing', async () => {
    const { given, attempt } = await tookAlong();
    const code = await made(given);
    expect(await redeem('nonsense')).toMatchObject(refused('ReceiptUnreadable'));
    expect(await redeem(`${code}0`)).toMatchObject(refused('ReceiptUnreadable'));
    const read = readReceiptCode(code);
    if (read === null) throw new Error('no receipt');
    // One sign of it is another one: the number is nobody's, or the rest does not belong to it.
    const plain = code.replaceAll('-', '');
    for (const at of [0, 3, 7, 8, 10, 11, 15, 19]) {
      const changed = `${plain.slice(0, at)}${plain[at] === 'A' ? 'B' : 'A'}${plain.slice(at + 1)}`;
      expect([at, await redeem(changed)]).toMatchObject([at, refused(at < 8 ? 'ReceiptUnknown' : 'ReceiptAltered')]);
    }
    // The key of one receipt makes no other one.
    const another = await tookAlong();
    expect(await redeem(await made({ ...given, number: another.given.number }))).toMatchObject(
      refused('ReceiptAltered'),
    );
    expect(await redeem(await made({ ...given, version: '99.0.0' }))).toMatchObject(refused('ReceiptAltered'));
    // Dated before it was given, or tomorrow.
    expect(await redeem(await made(given, addDays(today, -1)))).toMatchObject(refused('ReceiptAltered'));
    expect(await redeem(await made(given, addDays(today, 1)))).toMatchObject(refused('ReceiptInFuture'));
    // A genuine one of another installation looks like one that never was.
    const elsewhere = await found(other);
    const foreign = await tookAlong(other, elsewhere.code);
    expect(await redeem(await made(foreign.given))).toMatchObject(refused('ReceiptUnknown'));
    expect(await counted(attempt)).toEqual([]);
    // After all of that the true one still counts.
    expectOk(await redeem(code));
    expect(await counted(attempt)).toEqual(['receipt']);
  });

  test('goes with the run: whoever takes everything back takes it along', async () => {
    const { learner, given, attempt } = await tookAlong();
    expectOk(await learner.api.call(learningRoutes.forgetLearner, {}));
    expect(await redeem(await made(given))).toMatchObject(refused('ReceiptUnknown'));
    expect(await counted(attempt)).toEqual([]);
  });

  test('is counted by coordinators alone, and nothing in the database can make one', async () => {
    const { given } = await tookAlong();
    expect(await redeem(await made(given), volunteer)).toMatchObject(refused('NotPermitted'));
    expect(await redeem(await made(given), server.connect())).toMatchObject(refused('SignInNeeded'));
    const kept = await owner.query('SELECT r::text AS line FROM learning.receipt r');
    const lines = kept.rows.map(({ line }: { line: string }) => line).join('\n');
    expect(lines).toContain(given.number);
    expect(lines).not.toContain(given.key);
    for (const secret of server.secrets.values()) expect(lines).not.toContain(secret);
  });
});

/** Another day: whoever was signed in signs in anew. */
async function signInAgain(): Promise<void> {
  const { parts, person, passphrase } = anna;
  expectOk(await signIn(parts, { handle: person.handle, passphrase }));
}

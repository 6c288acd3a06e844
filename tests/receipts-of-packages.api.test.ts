import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { addDays, civilDate, createId, expectOk, type CivilDate } from '#platform/base';
import { keyedText } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { inTenant } from '#platform/server/db';
import { recordAudit } from '#kernel/audit/server';
import {
  exportRoutes,
  figureRoutes,
  learningRoutes,
  packagedReceiptText,
  packagedRun,
  packagedRunText,
  packagedTag,
  toReceiptCode,
  totalRoutes,
  trainingRoutes,
  writeReceiptCode,
  type OrganisationId,
  type ReceiptMaker,
  type ReleasedCourse,
} from '#modules/learning';
import { prepareExport } from '../src/apps/cli/courses/prepare-export.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';
import { builtCourses } from './support/whole-run.ts';

const course = 'recognising-trafficking';
const today = civilDate('2026-11-27');
const reason = 'Only the night shift has the package; nobody of it has a code.';
let webRoot = '';
let released: ReleasedCourse;
let server: TestServer;
let staff: TestClient;
let volunteer: TestClient;
let lea: TestPerson;
let bo: TestPerson;
let owner: pg.Client;

beforeAll(async () => {
  ({ webRoot, released } = await builtCourses());
  server = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z') });
  [staff, volunteer] = [server.connect(), server.connect()];
  const founder = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const roles = [{ role: 'volunteer', until: null }] as const;
  const first = await buildColleague(founder, buildParts(volunteer.api, server.clock), { handle: 'lea', roles });
  const second = await buildColleague(first.inviter, buildParts(server.connect().api, server.clock), {
    ...{ handle: 'bo', roles },
  });
  [lea, bo] = [first.colleague, second.colleague];
  owner = new pg.Client(server.database.owner);
  await owner.connect();
}, 90_000);
afterAll(async () => {
  await owner.end();
  expect(server.defects).toEqual([]);
  await server.stop();
  rmSync(webRoot, { recursive: true });
});

async function organise(name: string, own = false): Promise<OrganisationId> {
  const id = createId<OrganisationId>(randomBytes);
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name, own } }));
  return id;
}
const keep = (
  organisation: OrganisationId,
  { format = 'web' as const, digest = released.digest, by = staff, inEarnest = true } = {},
) =>
  by.api.call(exportRoutes.keepExport, {
    params: { organisation },
    input: { course, language: 'en', digest, format, inEarnest },
  });
const makerOf = (kept: Awaited<ReturnType<typeof keep>>): ReceiptMaker =>
  expectOk(kept).receipts ?? expect.unreachable('gives no receipts');
const make = async (organisation: OrganisationId): Promise<ReceiptMaker> => makerOf(await keep(organisation));
const redeem = (receipt: string, { beside = null as string | null, by = staff } = {}) =>
  by.api.call(learningRoutes.redeemReceipt, { input: { receipt, beside } });
const refused = (type: string) => ({ ok: false, refusal: { type } });

/** What a package makes of a run, by nothing but what it was given. */
async function receiptOf({ number, key }: ReceiptMaker, seed: string, day: CivilDate = today): Promise<string> {
  const run = packagedRun(await keyedText(key, packagedRunText(seed)));
  const said = { exported: number, run, day };
  return writeReceiptCode(
    toReceiptCode({ ...said, tag: packagedTag(await keyedText(key, packagedReceiptText(said))) }),
  );
}
const rowsOf = async (name: string) => {
  const { courses } = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
  const found = courses.find((one) => one.course === course);
  const rows = (found?.organisations ?? []).filter((one) => one.name === name);
  return rows.map(({ route, steps }) => [route, steps.reduce((sum, { people }) => sum + (people ?? 0), 0)]);
};

describe('a package that leaves for an organisation', () => {
  test('made again is the same one; another format or organisation has another number and key', async () => {
    const [one, other] = [await organise('North House'), await organise('South House')];
    const given = await make(one);
    expect(await make(one)).toEqual(given);
    const others = [await make(other), makerOf(await keep(one, { format: 'scorm12' as never }))];
    expect(new Set([given, ...others].map(({ number }) => number)).size).toBe(3);
    expect(new Set([given, ...others].map(({ key }) => key)).size).toBe(3);
    expect(await keep(one, { digest: 'of before' })).toMatchObject(refused('Stale'));
    expect(await keep(createId<OrganisationId>(randomBytes))).toMatchObject(refused('NotFound'));
    expect(await keep(one, { by: volunteer })).toMatchObject(refused('NotPermitted'));
    const { exports } = expectOk(await staff.api.call(exportRoutes.listExports, { params: { organisation: one } }));
    expect(exports.map(({ format, madeOn, revokedOn }) => [format, madeOn, revokedOn]).toSorted()).toEqual([
      ['scorm12', today, null],
      ['web', today, null],
    ]);
  });

  test('that is a trial gives no receipts, leaves no number, and is in the event log', async () => {
    const organisation = await organise('Trial House');
    // Nobody has signed the module, and the organisation has filled in nothing.
    expect(expectOk(await keep(organisation, { inEarnest: false }))).toEqual({ receipts: null });
    const { exports } = expectOk(await staff.api.call(exportRoutes.listExports, { params: { organisation } }));
    expect(exports).toEqual([]);
    const log = await owner.query(
      `SELECT outcome FROM audit.received WHERE act = 'learning.package-made' AND subject = $1`,
      [organisation],
    );
    expect(log.rows).toEqual([{ outcome: 'done' }]);
  });

  test('by the command line is in the event log, too, whoever was told of it', async () => {
    const organisation = await organise('Command House');
    const about = { organisation: 'Command House', course: released, format: 'web' } as const;
    const tools = { secrets: server.secrets, randomBytes, clock: server.clock, recordAct: recordAudit };
    const prepare = (inEarnest: boolean, name: string = about.organisation) =>
      inTenant(server.database.database, { tenant: null, user: null }, (tx) =>
        prepareExport(tx, { ...about, organisation: name, draft: true, inEarnest }, tools),
      );
    expect(expectOk(await prepare(false)).receipts).toBeNull();
    const { receipts } = expectOk(await prepare(true));
    expect(receipts).toEqual(await make(organisation));
    expect(await prepare(true, 'Nobody')).toMatchObject(refused('OrganisationUnknown'));
    const log = await owner.query(
      `SELECT actor, outcome FROM audit.received WHERE act = 'learning.package-made' AND subject = $1 AND actor IS NULL`,
      [organisation],
    );
    expect(log.rows).toEqual([
      { actor: null, outcome: 'done' },
      { actor: null, outcome: 'done' },
    ]);
  });

  test('leaves nothing in the database with which a receipt could be made', async () => {
    const given = await make(await organise('East House'));
    const kept = await owner.query('SELECT e::text AS line FROM learning.package_export e');
    const lines = kept.rows.map(({ line }: { line: string }) => line).join('\n');
    expect(lines).toContain(given.number);
    expect(lines).not.toContain(given.key);
    for (const secret of server.secrets.values()) expect(lines).not.toContain(secret);
  });
});

describe('a receipt of a package', () => {
  test('counts once under its own route, however often and by whomever it is brought', async () => {
    const own = await organise('Our own', true);
    const given = await make(own);
    const code = await receiptOf(given, 'a');
    const answer = expectOk(await redeem(` ${code.toLowerCase().replaceAll('-', ' ')} `));
    expect(answer).toMatchObject({ organisation: 'Our own', title: released.title, doneOn: today, isKnown: false });
    expect(answer.packagedCourse).toBe(course);
    expect(await redeem(code)).toMatchObject(refused('ReceiptRedeemed'));
    const next = await receiptOf(given, 'b');
    const answers = await Promise.all([redeem(next), redeem(next), redeem(next)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowsOf('Our own')).toEqual([['receipts', 2]]);
    const { rows } = await owner.query(
      `SELECT count(*)::int AS count FROM learning.proof UNION ALL SELECT count(*)::int FROM learning.completion`,
    );
    expect(rows).toEqual([{ count: 0 }, { count: 0 }]);
  });

  test('that was forged, is of another package or another installation, or dated wrongly, is refused with its reason', async () => {
    const [here, there] = [await make(await organise('Forge')), await make(await organise('Smithy'))];
    const plain = (await receiptOf(here, 'f')).replaceAll('-', '');
    const changed = async (at: number) =>
      redeem(`${plain.slice(0, at)}${plain[at] === 'A' ? 'B' : 'A'}${plain.slice(at + 1)}`);
    for (const at of [0, 2, 3]) expect([at, await changed(at)]).toMatchObject([at, refused('ReceiptUnknown')]);
    for (const at of [4, 7, 8, 11, 12, 13, 19])
      expect([at, await changed(at)]).toMatchObject([
        at,
        { ok: false, refusal: { type: expect.any(String) as string } },
      ]);
    expect(await changed(5)).toMatchObject(refused('ReceiptAltered'));
    expect(await redeem(await receiptOf({ ...here, key: there.key }, 'f'))).toMatchObject(refused('ReceiptAltered'));
    expect(await redeem(await receiptOf({ ...here, number: '0000' }, 'f'))).toMatchObject(refused('ReceiptUnknown'));
    expect(await redeem(await receiptOf(here, 'f', addDays(today, -1)))).toMatchObject(refused('ReceiptAltered'));
    expect(await redeem(await receiptOf(here, 'f', addDays(today, 1)))).toMatchObject(refused('ReceiptInFuture'));
    expectOk(await redeem(plain));
    // The same run on another day is the same receipt.
    expect(await redeem(await receiptOf(here, 'f'))).toMatchObject(refused('ReceiptRedeemed'));
  });

  test('of a package whose receipts are taken no more is refused; what was counted stays, and made anew it is another', async () => {
    const organisation = await organise('Lost Stick', false);
    const given = await make(organisation);
    expectOk(await redeem(await receiptOf(given, 'before')));
    const revoke = () => staff.api.call(exportRoutes.revokeExport, { params: { number: given.number }, input: {} });
    expect(
      await volunteer.api.call(exportRoutes.revokeExport, { params: { number: given.number }, input: {} }),
    ).toMatchObject(refused('NotPermitted'));
    expectOk(await revoke());
    expect(await revoke()).toMatchObject(refused('NotFound'));
    expect(await redeem(await receiptOf(given, 'after'))).toMatchObject(refused('ExportRevoked'));
    const { rows } = await owner.query(
      'SELECT count(*)::int AS count FROM learning.packaged_completion WHERE export = $1',
      [given.number],
    );
    expect(rows).toEqual([{ count: 1 }]);
    const anew = await make(organisation);
    expect(anew.number).not.toBe(given.number);
    expectOk(await redeem(await receiptOf(anew, 'after')));
  });

  test('of an organisation that is counted otherwise needs a reason, which stands under the figures', async () => {
    const organisation = await organise('Two Ways');
    const input = { course, year: 2026, route: 'totals', beside: null } as const;
    expectOk(await staff.api.call(totalRoutes.chooseCountRoute, { params: { organisation }, input }));
    const sum = {
      id: createId(randomBytes) as never,
      from: 1,
      until: 3,
      people: 20,
      completions: 20,
      basis: 'lists',
    } as const;
    const told = { course, year: 2026, means: 'typed', beside: null, totals: [sum] } as const;
    expectOk(
      await staff.api.call(totalRoutes.tellTotals, { params: { organisation }, input: { ...told, totals: [sum] } }),
    );
    const code = await receiptOf(await make(organisation), 'w');
    expect(await redeem(code)).toMatchObject(refused('RouteTaken'));
    expectOk(await redeem(code, { beside: reason }));
    const { courses } = expectOk(await staff.api.call(figureRoutes.readFigures, { query: { year: '2026' } }));
    const routes = courses.find((one) => one.course === course)?.routes.find(({ name }) => name === 'Two Ways')?.routes;
    expect(routes?.map(({ route, beside }) => [route, beside])).toEqual([
      ['totals', null],
      ['receipts', reason],
    ]);
    // The next one needs none.
    expectOk(await redeem(await receiptOf(await make(organisation), 'x')));
  });

  test('never puts itself in the place of a route that somebody chose, also while nothing came by it in this year', async () => {
    const organisation = await organise('Not Yet');
    const input = { course, year: 2026, route: 'totals', beside: null } as const;
    expectOk(await staff.api.call(totalRoutes.chooseCountRoute, { params: { organisation }, input }));
    const code = await receiptOf(await make(organisation), 'early');
    expect(await redeem(code)).toMatchObject(refused('RouteTaken'));
    expectOk(await redeem(code, { beside: reason }));
  });

  test('nor in that of the player by which they were counted the year before', async () => {
    const organisation = await organise('Last Year');
    await owner.query(
      `INSERT INTO learning.beginning (tenant, learner, organisation, course, begun_on)
       SELECT tenant, gen_random_uuid(), id, $2, '2025-11-27' FROM learning.organisation WHERE id = $1`,
      [organisation, course],
    );
    const code = await receiptOf(await make(organisation), 'january');
    expect(await redeem(code)).toMatchObject(refused('RouteTaken'));
    expectOk(await redeem(code, { beside: reason }));
  });

  test('fulfils no requirement until a coordinator takes their word for it, once, and can take that back', async () => {
    const part = { id: createId(randomBytes) as never, course, name: null };
    const programme = createId(randomBytes) as never;
    const input = { id: programme, name: 'Basics', parts: [part], needed: 1 };
    expectOk(await staff.api.call(trainingRoutes.makeProgramme, { input }));
    const given = await make(await organise('Vouch'));
    const code = await receiptOf(given, 'v');
    const vouch = (person: TestPerson, { receipt = code, by = staff, id = createId(randomBytes) as never } = {}) =>
      by.api.call(exportRoutes.vouchReceipt, { input: { receipt, id, user: person.person.user, part: part.id } });
    expect(await vouch(lea)).toMatchObject(refused('ReceiptUncounted'));
    expectOk(await redeem(code));
    expect(await vouch(lea, { by: volunteer })).toMatchObject(refused('NotPermitted'));
    expect(await vouch(lea, { receipt: 'nonsense' })).toMatchObject(refused('ReceiptUnreadable'));
    const proof = createId(randomBytes) as never;
    expectOk(await vouch(lea, { id: proof }));
    expect(await vouch(bo)).toMatchObject(refused('ReceiptVouched'));
    const proofs = async (person: TestPerson) =>
      (
        await owner.query(
          `SELECT done_on::text AS on FROM learning.proof WHERE user_id = $1 AND withdrawn_by IS NULL`,
          [person.person.user],
        )
      ).rows;
    expect(await proofs(lea)).toEqual([{ on: today }]);
    expectOk(await staff.api.call(trainingRoutes.withdrawProof, { params: { proof } }));
    expect(await proofs(lea)).toEqual([]);
    // It was another's.
    expectOk(await vouch(bo));
    expect(await proofs(bo)).toEqual([{ on: today }]);
    expectOk(await staff.api.call(exportRoutes.revokeExport, { params: { number: given.number }, input: {} }));
    expect(await vouch(lea)).toMatchObject(refused('ExportRevoked'));
  });

  test('keeps the version of its package where somebody vouched, by which a retake is measured', async () => {
    const part = { id: createId(randomBytes) as never, course, name: null };
    const programme = createId(randomBytes) as never;
    const input = { id: programme, name: 'Again', parts: [part], needed: 1 };
    expectOk(await staff.api.call(trainingRoutes.makeProgramme, { input }));
    const requirement = { id: createId(randomBytes) as never, role: 'volunteer', programme, from: today } as const;
    const asking = { ...requirement, validity: { kind: 'always' } } as const;
    expectOk(await staff.api.call(trainingRoutes.askTraining, { input: asking }));
    const given = await make(await organise('Retake'));
    const code = await receiptOf(given, 'r');
    expectOk(await redeem(code));
    const proof = createId(randomBytes) as never;
    const vouched = { receipt: code, id: proof, user: lea.person.user, part: part.id };
    expectOk(await staff.api.call(exportRoutes.vouchReceipt, { input: vouched }));
    const { people } = expectOk(await staff.api.call(trainingRoutes.listTraining, {}));
    const kept = people.flatMap(({ proofs }) => proofs).find(({ id }) => id === proof);
    expect(kept?.of).toEqual({ part: part.id, version: released.version });
  });
});

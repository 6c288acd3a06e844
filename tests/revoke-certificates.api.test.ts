import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepUp } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { createId, expectOk, type RouteRequest } from '#platform/base';
import { drawPaperCode, hashText, proveName } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { certificateRoutes, learningRoutes, type OrganisationId } from '#modules/learning';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

const course = 'recognising-trafficking';
type Reason = RouteRequest<typeof certificateRoutes.revokeCertificate>['input']['reason'];
let server: TestServer;
let coordinator: TestClient;
let volunteer: TestClient;
let anna: TestPerson;
let joinCode = '';

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  [coordinator, volunteer] = [server.connect(), server.connect()];
  const founder = await buildFounder(buildParts(coordinator.api, server.clock), server.foundingCode);
  const roles = [{ role: 'volunteer', until: null }] as const;
  const made = await buildColleague(founder, buildParts(volunteer.api, server.clock), { handle: 'lea', roles });
  anna = made.inviter;
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: false };
  expectOk(await coordinator.api.call(learningRoutes.addOrganisation, { input }));
  joinCode = expectOk(await coordinator.api.call(learningRoutes.drawCode, { params: { organisation: id } })).code;
}, 60_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** A browser that is counted and has finished: that is written past the player, whose own tests tell how it comes about. */
async function finished(): Promise<TestClient> {
  const learner = server.connect();
  expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: joinCode } }));
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  await owner.query(
    `INSERT INTO learning.completion
       (tenant, attempt, learner, organisation, course, version, digest, language, draft, title, minutes, route, done_on)
     SELECT l.tenant, gen_random_uuid(), l.id, l.organisation, $1, '0.3.0', 'digest', 'en', true, 'The module', 35,
       'own-player', '2026-11-26'
     FROM learning.learner l WHERE NOT EXISTS (SELECT FROM learning.completion c WHERE c.learner = l.id)`,
    [course],
  );
  await owner.end();
  return learner;
}

async function issue(learner: TestClient) {
  const code = drawPaperCode(randomBytes);
  const input = { course, code: await hashText(code), name: await proveName(code, 'Sam') };
  const answer = await learner.api.call(certificateRoutes.issueCertificate, { input });
  return answer.ok ? input.code : answer.refusal.type;
}

const revoke = async (by: TestClient, code: string, reason: Reason) => {
  const answer = await by.api.call(certificateRoutes.revokeCertificate, { input: { code, reason } });
  return answer.ok ? 'revoked' : answer.refusal.type;
};
const check = async (code: string) =>
  expectOk(await server.connect().api.call(certificateRoutes.checkCertificate, { input: { code, name: null } }));
const lookUp = (by: TestClient, code: string) => by.api.call(certificateRoutes.lookUpCertificate, { input: { code } });

describe('a certificate', () => {
  test('is looked up and revoked once, and whoever checks it is told why and since when', async () => {
    const code = await issue(await finished());
    const found = expectOk(await lookUp(coordinator, code)).found;
    expect(found).toMatchObject({ organisation: 'Harbour House', revoked: null });
    expect(found?.paper).toMatchObject({ title: 'The module', version: '0.3.0', doneOn: '2026-11-26' });
    expect((await check(code)).revoked).toBeNull();
    expect(await revoke(coordinator, code, 'rule-not-met')).toBe('revoked');
    const why = { reason: 'rule-not-met', on: '2026-11-27' };
    expect(await check(code)).toMatchObject({ paper: { title: 'The module' }, revoked: why });
    expect(expectOk(await lookUp(coordinator, code)).found?.revoked).toEqual(why);
    expect(await revoke(coordinator, code, 'issued-in-error')).toBe('AlreadyRevoked');
    expect((await check(code)).revoked).toEqual(why);
  });

  test('made anew after one was revoked is good, unless somebody else had learned', async () => {
    const learner = await finished();
    const first = await issue(learner);
    expect(await revoke(coordinator, first, 'asked-by-holder')).toBe('revoked');
    const [second, third] = [await issue(learner), await issue(learner)];
    expect((await check(second)).revoked).toBeNull();
    expect(await revoke(coordinator, second, 'somebody-else-learned')).toBe('revoked');
    // Every paper about the run is told with the reason; the first one keeps its own.
    expect((await check(third)).revoked?.reason).toBe('somebody-else-learned');
    expect((await check(first)).revoked?.reason).toBe('asked-by-holder');
    expect(await revoke(coordinator, third, 'issued-in-error')).toBe('AlreadyRevoked');
    expect(await issue(learner)).toBe('CertificateBarred');
    expect((await check(await issue(await finished()))).revoked).toBeNull();
  });

  test('of a code that nobody has, or that stands in another tenant, is not there', async () => {
    const owner = new pg.Client(server.database.owner);
    await owner.connect();
    const foreign = await hashText('a paper elsewhere');
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    await owner.query(`INSERT INTO learning.organisation VALUES ($1, $2, 'Elsewhere', false)`, [ids[0], ids[1]]);
    await owner.query(
      `INSERT INTO learning.completion
         (tenant, attempt, learner, organisation, course, version, digest, language, draft, route, done_on)
       VALUES ($1, $2, $2, $3, $4, '1.0.0', 'digest', 'en', false, 'own-player', '2026-11-26')`,
      [ids[0], ids[2], ids[1], course],
    );
    const paper = [ids[0], foreign, ids[2]];
    await owner.query(`INSERT INTO learning.certificate VALUES ($1, $2, 'proof', $3, '2026-11-26')`, paper);
    await owner.end();
    for (const code of [foreign, await hashText('nothing')]) {
      expect(expectOk(await lookUp(coordinator, code))).toEqual({ found: null });
      expect(await revoke(coordinator, code, 'issued-in-error')).toBe('NotFound');
    }
  });

  test('is revoked by a coordinator alone, who has just said once more who they are', async () => {
    const code = await issue(await finished());
    expect(await revoke(volunteer, code, 'issued-in-error')).toBe('NotPermitted');
    expect(await lookUp(volunteer, code)).toMatchObject({ refusal: { type: 'NotPermitted' } });
    expect(await revoke(server.connect(), code, 'issued-in-error')).toBe('SignInNeeded');
    server.clock.set(new Date('2026-11-27T10:20:00Z'));
    expect(await revoke(coordinator, code, 'issued-in-error')).toBe('StepUpNeeded');
    expectOk(await stepUp(anna.parts, anna.passphrase));
    expect(await revoke(coordinator, code, 'issued-in-error')).toBe('revoked');
  });
});

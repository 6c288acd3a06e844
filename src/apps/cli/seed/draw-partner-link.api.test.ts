import { expect, test } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import { learningRoutes, partnerRoutes, type OrganisationId } from '#modules/learning';
import { startTestServer } from '../../../../tests/support/test-server.ts';
import { drawPartnerLink, partnerDesk } from './draw-partner-link.ts';

/** A programme in which somebody looks after a partner that is called as the fictional one; gives what draws their link, and who opens it. */
async function prepare(practice: boolean) {
  const server = await startTestServer({ now: new Date('2026-11-27T10:00:00Z') });
  const staff = server.connect();
  const code = practice ? server.practiceCode : server.foundingCode;
  await buildFounder(buildParts(staff.api, server.clock), code, { practice });
  const draw = () => drawPartnerLink(server.database.database, server.clock);
  expect(await draw()).toBeNull();
  const organisation = createId<OrganisationId>(randomBytes);
  const partner = { id: organisation, name: partnerDesk.organisation, own: false };
  expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: partner }));
  const input = { id: createId<never>(randomBytes), label: partnerDesk.label };
  expectOk(await staff.api.call(partnerRoutes.appointPartnerCoordinator, { params: { organisation }, input }));
  const enter = (path: string | null) =>
    server.connect().api.call(partnerRoutes.enterAsPartner, { input: { secret: path?.split('#desk=')[1] ?? '' } });
  return { server, draw, enter };
}

test('in a fictional programme the link of the fictional coordinator opens once, and each start draws another', async () => {
  const { server, draw, enter } = await prepare(true);
  const first = await draw();
  expect(first).toMatch(/^\/partner#desk=[\w-]{22}$/);
  expectOk(await enter(first));
  expect((await enter(first)).ok).toBe(false);
  const [second, third] = [await draw(), await draw()];
  expect((await enter(second)).ok).toBe(false);
  expectOk(await enter(third));
  await server.stop();
}, 60_000);

test('in a real programme nobody is let in by a start, whatever they are called', async () => {
  const { server, draw } = await prepare(false);
  expect(await draw()).toBeNull();
  await server.stop();
}, 60_000);

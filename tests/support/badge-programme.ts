import pg from 'pg';
import { expect } from 'vitest';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { drawPaperCode, hashText, proveName } from '#platform/crypto';
import { randomBytes } from '#platform/crypto/server';
import { badgeRoutes, certificateRoutes, learningRoutes, type OrganisationId } from '#modules/learning';
import { testOrigin, type TestClient, type TestServer } from './test-server.ts';

const course = 'recognising-trafficking';

/** Where readers of badges ask, below the address of an installation. */
export const badgesRoot = '/api/learning/badges';

/** What was played. */
export interface Played {
  readonly digest: string;
  readonly version: string;
  readonly language: string;
}

/** Asks the database past the server. */
type AsOwner = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Founds a programme with an organisation that learns, and gives what tests of badges do in it. */
export async function openBadgeProgramme(server: TestServer) {
  const coordinator = server.connect();
  await buildFounder(buildParts(coordinator.api, server.clock), server.foundingCode);
  const id = createId<OrganisationId>(randomBytes);
  const input = { id, name: 'Harbour House', own: false };
  expectOk(await coordinator.api.call(learningRoutes.addOrganisation, { input }));
  const { code: joinCode } = expectOk(
    await coordinator.api.call(learningRoutes.drawCode, { params: { organisation: id } }),
  );
  const asOwner: AsOwner = async (text, values = []) => {
    const owner = new pg.Client(server.database.owner);
    await owner.connect();
    try {
      return (await owner.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await owner.end();
    }
  };
  const sign = (learner: TestClient, code: string) => learner.api.call(badgeRoutes.signBadge, { input: { code } });
  return {
    coordinator,
    asOwner,
    sign,
    /** What stands behind the `#` for whoever learns for the organisation. */
    joinLink: `#code=${joinCode}`,
    signed: async (learner: TestClient, code: string) => expectOk(await sign(learner, code)).token,
    finished: (doneOn?: string, played?: Played) => finish(server, { joinCode, asOwner }, doneOn, played),
    issue: issueTo,
    revoke: async (code: string, reason: 'issued-in-error' | 'somebody-else-learned' = 'issued-in-error') =>
      expectOk(await coordinator.api.call(certificateRoutes.revokeCertificate, { input: { code, reason } })),
    ask: (path: string, method = 'GET') => fetch(`${server.address}${badgesRoot}${path}`, { method }),
    /** Asks at an address that a badge names, which would lead to this server once names were looked up. */
    lookUp: (address: string) => {
      expect(address.startsWith(`${testOrigin}${badgesRoot}/`)).toBe(true);
      return fetch(address.replace(testOrigin, server.address));
    },
  };
}

export type BadgeProgramme = Awaited<ReturnType<typeof openBadgeProgramme>>;

/** A browser that is counted and has finished: that is written past the player, whose own tests tell how it comes about. */
async function finish(
  server: TestServer,
  { joinCode, asOwner }: { readonly joinCode: string; readonly asOwner: AsOwner },
  doneOn = '2026-11-26',
  { digest, version, language }: Played = { digest: 'digest', version: '0.3.0', language: 'en' },
): Promise<TestClient> {
  const learner = server.connect();
  expectOk(await learner.api.call(learningRoutes.joinOrganisation, { input: { code: joinCode } }));
  await asOwner(
    `INSERT INTO learning.completion
       (tenant, attempt, learner, organisation, course, version, digest, language, draft, title, minutes, route, done_on)
     SELECT l.tenant, gen_random_uuid(), l.id, l.organisation, $1, $3, $4, $5, true, 'The module', 35,
       'own-player', $2
     FROM learning.learner l WHERE NOT EXISTS (SELECT FROM learning.completion c WHERE c.learner = l.id)`,
    [course, doneOn, version, digest, language],
  );
  return learner;
}

/** Makes a certificate; gives its code and the hash of it. */
async function issueTo(learner: TestClient): Promise<{ readonly code: string; readonly hash: string }> {
  const code = drawPaperCode(randomBytes);
  const hash = await hashText(code);
  const input = { course, code: hash, name: await proveName(code, 'Wilhelmina Heron') };
  expectOk(await learner.api.call(certificateRoutes.issueCertificate, { input }));
  return { code, hash };
}

/** Part of a token, unproven. */
export function partOf(token: string, at: number): Record<string, unknown> {
  // Our own tokens hold objects.
  return JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, type SpaceId } from '#platform/base';
import { buildColleague, buildFounder, buildParts } from '#kernel/accounts/testing';
import { buildSession } from '#kernel/spaces/testing';
import type { KnownHeads, SpaceSession } from '#kernel/spaces/client';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { buildPerson } from '../testing/sealed-samples.ts';
import { referCase } from './case-acts.ts';
import { changeCase } from './change-case.ts';
import { recordOf, type OpenedCase } from './opened-case.ts';
import { readCaseload } from './read-caseload.ts';

let server: TestServer;
let session: SpaceSession;
let stranger: SpaceSession['identity'];
const cases: OpenedCase[] = [];

const named = (given: string) => buildPerson({ names: [{ given, family: 'Oduwa', script: 'Latn', use: 'legal' }] });

beforeAll(async () => {
  server = await startTestServer();
  const founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const roles = [{ role: 'coordinator' as const, until: null }];
  const joined = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
    handle: 'ben',
    roles,
  });
  session = await buildSession(joined.inviter);
  stranger = joined.colleague.person.identity;
  const coordinators = [joined.colleague.person.user];
  for (let at = 0; at < 40; at += 1)
    cases.push(expectOk(await referCase(session, { coordinators, person: named(`N${at}`) })));
});
afterAll(() => server.stop());

const namesOf = async (as: SpaceSession, known?: KnownHeads): Promise<ReadonlyMap<SpaceId, string | undefined>> => {
  const entries = expectOk(await readCaseload(as, { known }));
  return new Map(entries.map(({ id, head }) => [id, head?.find.join(' ')]));
};

test('opens every head once; what is served unchanged is not opened again, what changed is', async () => {
  const known: KnownHeads = new Map();
  const progress: number[] = [];
  const first = expectOk(await readCaseload(session, { known, onProgress: (done) => progress.push(done) }));
  expect(first.map(({ head }) => head !== null)).toEqual(cases.map(() => true));
  expect(progress.at(-1)).toBe(cases.length);
  expect(progress).toEqual(progress.toSorted((left, right) => left - right));

  // Somebody whose key fits none of these heads: what they read was opened before, by the first reading.
  const keyless: SpaceSession = { ...session, identity: stranger };
  expect([...(await namesOf(keyless, known)).values()]).toEqual([...(await namesOf(session, known)).values()]);
  expect([...(await namesOf(keyless)).values()]).toEqual(cases.map(() => undefined));

  const [renamed] = cases;
  if (!renamed) throw new Error('there are cases');
  const person = recordOf(renamed, 'person');
  if (!person) throw new Error('each has a person');
  const put = { id: person.id, kind: 'person', content: named('Renamed') } as const;
  expectOk(await changeCase(session, renamed, { puts: [put] }));
  expect((await namesOf(session, known)).get(renamed.id)).toContain('Renamed');
});

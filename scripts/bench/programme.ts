import { civilDate, createId, expectOk, type RecordId } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring, stepUp } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { admitToDirectory, createDirectory, openDirectory, type SpaceSession } from '#kernel/spaces/client';
import { addToCase, referCase, type OpenedCase, type RecordToPut } from '#modules/casework/client';
import { buildPerson } from '#modules/casework/testing';
import { connectTo } from '../../tests/support/test-server.ts';

/** A founded programme with two coordinators, as the bench uses it. */
export interface BenchProgramme {
  readonly founder: TestPerson;
  readonly session: SpaceSession;
  readonly second: SpaceSession['user'];
  /** Headers that sign the founder in for plain requests. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Founds a programme and lets a second coordinator in. */
export async function foundProgramme(address: string, code: string): Promise<BenchProgramme> {
  const client = connectTo(address);
  const founder = await buildFounder(buildParts(client.api), code);
  const roles = [{ role: 'coordinator' as const, until: null }];
  const joined = await buildColleague(founder, buildParts(connectTo(address).api), { handle: 'bram', roles });
  const session = await openSession(joined.inviter);
  expectOk(await createDirectory(session, 'Anna Bench'));
  expectOk(await stepUp(founder.parts, founder.passphrase));
  const second = joined.colleague.person.user;
  expectOk(
    await admitToDirectory(session, expectOk(await openDirectory(session)), {
      user: second,
      name: 'Bram Bench',
      relation: 'coordinator',
    }),
  );
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', 'X-Req': '1', 'Content-Type': 'application/json' };
  return { founder: joined.inviter, session, second, headers };
}

async function openSession({ parts, person }: TestPerson): Promise<SpaceSession> {
  const directory = expectOk(await loadDirectory(parts, person));
  const { tenant, user, identity } = person;
  const marks = createMarks(await openOwnKeyring(person));
  return { tenant, user, identity, directory, api: parts.api, clock: parts.clock, randomBytes: testRandomBytes, marks };
}

/** A note as somebody writes it after a talk. */
export function noteRecord(at: number): RecordToPut {
  const words = `Talk ${at}. Went through the letter together. The person asked what comes next and who will be there.`;
  return {
    id: createId<RecordId>(testRandomBytes),
    kind: 'note',
    content: { on: civilDate('2026-11-20'), at: null, title: null, words, audience: 'team' },
  };
}

/** A real sealed case with so many records, person and head among them. */
export async function makeCase(
  { session, second }: BenchProgramme,
  name: string,
  records: number,
): Promise<OpenedCase> {
  const content = buildPerson({ names: [{ given: name, family: 'Benchperson', script: 'Latn', use: 'legal' }] });
  const opened = expectOk(await referCase(session, { coordinators: [second], records: [{ kind: 'person', content }] }));
  const puts = Array.from({ length: Math.max(0, records - 2) }, (_, at) => noteRecord(at));
  return puts.length === 0 ? opened : expectOk(await addToCase(session, opened, { puts }));
}

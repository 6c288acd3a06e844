import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId, expectOk, type RecordId, type UserId } from '#platform/base';
import { thumbprintOf } from '#platform/crypto';
import { createMarks, loadDirectory, openOwnKeyring, revokePerson, stepUp } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { startTestServer, type TestServer } from '../../../../tests/support/test-server.ts';
import { spaceRoutes } from '../contract/space-routes.ts';
import {
  admitToDirectory,
  appendToSpace,
  createDirectory,
  createSpace,
  doubtsAbout,
  grantAccess,
  openDirectory,
  readComparisons,
  recordComparison,
  refreshSpace,
  showSafetyNumber,
  standingOf,
  type Comparisons,
  type SpaceSession,
} from './index.ts';

type Name = 'anna' | 'bram' | 'noor' | 'sami';

let server: TestServer;
let people: Readonly<Record<Name, TestPerson>>;

beforeAll(async () => {
  server = await startTestServer();
  let anna = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  const join = async (handle: string, role: 'coordinator' | 'volunteer'): Promise<TestPerson> => {
    const made = await buildColleague(anna, buildParts(server.connect().api, server.clock), {
      handle,
      roles: [{ role, until: null }],
    });
    anna = made.inviter;
    return made.colleague;
  };
  const bram = await join('bram', 'coordinator');
  const noor = await join('noor', 'volunteer');
  const sami = await join('sami', 'volunteer');
  people = { anna, bram, noor, sami };
  const session = await sessionOf('anna');
  let directory = expectOk(await createDirectory(session, 'Anna'));
  for (const [{ person }, name, relation] of [
    [bram, 'Bram', 'coordinator'],
    [noor, 'Noor', 'reader'],
    [sami, 'Sami', 'reader'],
  ] as const) {
    directory = expectOk(await admitToDirectory(session, directory, { user: person.user, name, relation }));
  }
});
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** A device that begins with what the keyring remembers. */
async function sessionOf(name: Name): Promise<SpaceSession> {
  const { parts, person } = people[name];
  const { tenant, user, identity } = person;
  return {
    tenant,
    user,
    identity,
    directory: expectOk(await loadDirectory(parts, person)),
    api: parts.api,
    clock: parts.clock,
    randomBytes: testRandomBytes,
    marks: createMarks(await openOwnKeyring(person)),
  };
}

const idOf = (name: Name): UserId => people[name].person.user;

async function say(by: Name, other: Name, result: 'same' | 'different'): Promise<void> {
  const session = await sessionOf(by);
  const shown = expectOk(await showSafetyNumber(session, idOf(other)));
  expectOk(await recordComparison(session, shown, { way: 'in-person', result }));
}

async function readAs(name: Name): Promise<Comparisons> {
  const session = await sessionOf(name);
  return expectOk(await readComparisons(session, expectOk(await openDirectory(session))));
}

describe('comparing a safety number, over the wire', () => {
  test('both see one number, and whatever one finds is read by every colleague', async () => {
    const [anna, noor] = [await sessionOf('anna'), await sessionOf('noor')];
    const seen = expectOk(await showSafetyNumber(anna, noor.user));
    expect(expectOk(await showSafetyNumber(noor, anna.user)).digits).toBe(seen.digits);
    expect(expectOk(await showSafetyNumber(noor, idOf('bram'))).digits).not.toBe(seen.digits);
    expect(await showSafetyNumber(anna, anna.user)).toMatchObject({ ok: false, refusal: { type: 'KeyNotCurrent' } });

    await say('anna', 'noor', 'same');
    await say('noor', 'anna', 'same');
    const read = await readAs('sami');
    expect(standingOf(read, anna.user, noor.user)).toMatchObject({
      is: 'same',
      statement: { way: 'in-person', by: anna.user, own: seen.own, theirs: seen.theirs },
    });
    expect(standingOf(read, noor.user, anna.user).is).toBe('same');
    expect(standingOf(read, anna.user, idOf('bram')).is).toBe('none');
    expect([read.withheld, read.flaws]).toEqual([[], []]);
  });

  test('nothing is granted to whom a number was found different, on devices that were open before too', async () => {
    const bram = await sessionOf('bram');
    const directory = expectOk(await openDirectory(bram));
    await say('anna', 'noor', 'different');
    const refused = { ok: false, refusal: { type: 'KeysDoubted', user: idOf('noor') } };
    const grant = { user: idOf('noor'), relation: 'coordinator', reason: 'team' };
    expect(await grantAccess(bram, directory, grant)).toMatchObject(refused);
    const members = [
      { user: bram.user, relation: 'coordinator' },
      { user: idOf('noor'), relation: 'lead' },
    ];
    expect(await createSpace(bram, { kind: 'case', members })).toMatchObject(refused);
    // Nobody else is in doubt; a volunteer who finds the same does not solve what a coordinator found.
    await say('sami', 'noor', 'same');
    const newest = expectOk(await refreshSpace(bram, directory));
    const shared = expectOk(await grantAccess(bram, newest, { ...grant, user: idOf('sami') }));
    expect(await grantAccess(bram, shared, grant)).toMatchObject(refused);

    await say('anna', 'noor', 'same');
    const solved = expectOk(await refreshSpace(bram, shared));
    expect((await grantAccess(bram, solved, grant)).ok).toBe(true);
  });

  test('a second directory, which could hide what is written in the first, is not made', async () => {
    const bram = await sessionOf('bram');
    expect(await createDirectory(bram, 'Bram')).toMatchObject({ ok: false, refusal: { type: 'Stale' } });
  });

  test('a statement is its author’s, once: the server takes no second version, from nobody', async () => {
    await say('noor', 'sami', 'same');
    for (const name of ['noor', 'bram', 'anna'] as const) {
      const session = await sessionOf(name);
      const directory = expectOk(await openDirectory(session));
      const [record] = [...directory.log.records.values()].filter(({ type }) => type === 'comparison').slice(-1);
      if (!record) throw new Error('somebody compared');
      const content = { schema: 'comparison/1', payload: {} };
      const over = { kind: 'put', record: record.id, type: 'comparison', ...content } as const;
      const denied = { ok: false, refusal: { type: 'NotPermitted' } };
      expect(await appendToSpace(session, directory, [over])).toMatchObject(denied);
      expect(await appendToSpace(session, directory, [{ kind: 'delete', record: record.id }])).toMatchObject(denied);
      // As another type it is no version of that record either.
      const named = { ...over, type: 'person', schema: 'member-name/1', payload: { name: 'X' } };
      expect((await appendToSpace(session, directory, [named])).ok).toBe(false);
    }
    expect(standingOf(await readAs('bram'), idOf('noor'), idOf('sami')).is).toBe('same');
  });

  test('keys that changed make it void, and what is no statement is named and counts for nothing', async () => {
    const session = await sessionOf('noor');
    const directory = expectOk(await openDirectory(session));
    const other = idOf('anna');
    const junk = { schema: 'comparison/1', payload: { other, result: 'different' } };
    const record = createId<RecordId>(testRandomBytes);
    expectOk(await appendToSpace(session, directory, [{ kind: 'put', record, type: 'comparison', ...junk }]));

    const bram = await sessionOf('bram');
    const noor = bram.directory.people.get(idOf('noor'));
    if (!noor) throw new Error('Noor is in the directory');
    // A directory as a signer could have signed it: the same person, another encryption key.
    const encryption = people.sami.person.identity.encryption.public;
    const changed = { ...noor, encryption, thumbprint: await thumbprintOf(encryption) };
    const keys = { ...bram.directory, people: new Map(bram.directory.people).set(noor.user, changed) };
    const opened = expectOk(await openDirectory(bram));
    const read = expectOk(await readComparisons({ ...bram, directory: keys }, opened));
    expect(standingOf(read, idOf('anna'), noor.user).is).toBe('void');
    expect(standingOf(read, noor.user, idOf('anna')).is).toBe('void');
    expect(read.flaws).toEqual([{ record, by: noor.user, reason: 'does-not-fit' }]);
    expect(doubtsAbout(read, other)).toEqual([]);

    // Reading on, with nothing new, does not make it look as if the server held it back.
    const name = { schema: 'member-name/1', payload: { name: 'Bram' } };
    // Names carry the id of the person as that of the record.
    const own = bram.user as string as RecordId;
    const again = expectOk(await appendToSpace(bram, opened, [{ kind: 'put', record: own, type: 'person', ...name }]));
    expect(expectOk(await readComparisons(bram, again)).withheld).toEqual([]);
  });

  test('the server sees that somebody signed a finding, and not what was found: all are of one size', async () => {
    await say('sami', 'bram', 'same');
    await say('sami', 'bram', 'different');
    await say('sami', 'bram', 'same');
    const { api } = people.anna.parts;
    const { id } = expectOk(await openDirectory(await sessionOf('anna')));
    const { records } = expectOk(await api.call(spaceRoutes.readSpace, { params: { space: id }, query: {} }));
    const found = records.filter(({ type }) => type === 'comparison').slice(-3);
    expect(new Set(found.map(({ envelope }) => envelope?.length)).size).toBe(1);
    expect(found).toHaveLength(3);
  });

  test('revoking the keys ends the question', async () => {
    await say('bram', 'sami', 'different');
    expect(doubtsAbout(await readAs('anna'), idOf('sami'))).toHaveLength(1);
    expectOk(await stepUp(people.anna.parts, people.anna.passphrase));
    expectOk(await revokePerson(people.anna.parts, people.anna.person, idOf('sami')));
    expect(doubtsAbout(await readAs('anna'), idOf('sami'))).toEqual([]);
    expect(await showSafetyNumber(await sessionOf('anna'), idOf('sami'))).toMatchObject({
      ok: false,
      refusal: { type: 'KeyNotCurrent' },
    });
  });
});

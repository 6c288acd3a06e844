import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createId,
  dayInAmsterdam,
  expectOk,
  utf8Bytes,
  type RecordId,
  type RouteRow,
  type SpaceId,
} from '#platform/base';
import { hashBytes, hashEnvelope } from '#platform/crypto';
import { signIn } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import { attachPaper, giveTeam, openCase, raiseTask, recordOf, type OpenedCase } from '#modules/casework/client';
import { buildPaper } from '#modules/casework/testing';
import { serverModules } from '../src/apps/server/modules.ts';
import { buildActiveCase, buildClosedCase, forge, noteOf, sessionOf } from './lying-server/lying-world.ts';
import { startTestServer, type TestClient, type TestServer } from './support/test-server.ts';

/** How people stand to one and the same case. */
const relations = [
  'coordinator',
  'second coordinator',
  'lead',
  'second',
  'former',
  'coordinator elsewhere',
  'lead elsewhere',
  'nobody',
] as const;
type Relation = (typeof relations)[number];
const members: readonly Relation[] = ['coordinator', 'second coordinator', 'lead', 'second'];

interface Ids {
  readonly space: SpaceId;
  readonly record: string;
  readonly document: string;
  readonly task: string;
  /** The case whose log an appended operation comes next in; that of `space` where it exists. */
  readonly log: SpaceId;
}

/** A request that the server would grant to a member; the ids are those of the case or of nothing. */
interface Probe {
  readonly query?: string;
  readonly body?: (ids: Ids, person: TestPerson | null) => unknown;
}

/** Every route with the id of something that belongs to a case. A new one fails until it stands here. */
const probes: Readonly<Record<string, Probe>> = {
  readSpace: {},
  readVersions: {},
  getDocument: {},
  listSpaceTasks: {},
  appendOperations: { body: (ids, person) => (person ? appended(ids, person) : { operations: [{ jws: 'x' }] }) },
  putDocument: { query: 'sha256', body: () => utf8Bytes('ciphertext') },
  raiseTask: {
    body: (_, person) => ({
      id: createId<RecordId>(testRandomBytes),
      assignee: person && isMember(person) ? person.person.user : people.get('lead')?.person.user,
      due: today(),
      kind: 'do',
    }),
  },
  changeTask: { body: () => ({ assignee: people.get('lead')?.person.user, due: today() }) },
  doneTask: { body: () => ({ on: null }) },
};

const rows: readonly RouteRow[] = serverModules
  .flatMap(({ routes }) => routes.map(({ row }) => row))
  .filter(({ path }) => /:(space|task|record)\b/.test(path));

let server: TestServer;
let opened: OpenedCase;
let ids: Ids;
const people = new Map<Relation, TestPerson>();
const clients = new Map<Relation, TestClient>();

beforeAll(async () => {
  server = await startTestServer();
  const connect = (relation: Relation): TestClient => {
    const client = server.connect();
    clients.set(relation, client);
    return client;
  };
  let anna = await buildFounder(buildParts(connect('coordinator').api, server.clock), server.foundingCode);
  for (const relation of relations.slice(1, -1)) {
    const made = await buildColleague(anna, buildParts(connect(relation).api, server.clock), {
      handle: relation.replaceAll(' ', '-'),
      roles: [{ role: relation.includes('coordinator') ? 'coordinator' : 'volunteer', until: null }],
    });
    anna = made.inviter;
    people.set(relation, made.colleague);
  }
  connect('nobody');
  people.set('coordinator', anna);
  ids = await buildCase(anna);
}, 240_000);
afterAll(async () => {
  expect(server.defects).toEqual([]);
  await server.stop();
});

/** One case with a team, from which somebody was taken out; another with another lead. */
async function buildCase(anna: TestPerson): Promise<Ids> {
  const [ben, lea, second, former, elsewhere] = (
    ['second coordinator', 'lead', 'second', 'former', 'lead elsewhere'] as const
  ).map(personOf);
  if (!ben || !lea || !second || !former || !elsewhere) throw new Error('everybody joined');
  const session = await sessionOf(anna);
  await buildActiveCase({ anna, ben, lea: elsewhere });
  opened = await buildActiveCase({ anna, ben, lea });
  const team = (seconds: readonly TestPerson[]) => ({
    lead: lea.person.user,
    seconds: seconds.map(({ person }) => person.user),
  });
  opened = expectOk(await giveTeam(session, opened, team([second, former])));
  const file = { bytes: utf8Bytes('file'), mediaType: 'text/plain', name: 'a.txt' };
  opened = expectOk(await attachPaper(session, opened, buildPaper(), file));
  opened = expectOk(await giveTeam(session, opened, team([second])));
  // Being taken out ended the session.
  const { handle } = former.person;
  expectOk(await signIn(former.parts, { handle, passphrase: former.passphrase }));
  const words = { title: 'Call', why: 'by-hand', words: '', outcome: '' } as const;
  const raised = expectOk(
    await raiseTask(session, opened, { words, assignee: lea.person.user, due: today(), kind: 'do' }),
  );
  opened = raised.opened;
  const document = recordOf(opened, 'paper')?.content.file?.document ?? '';
  return {
    space: opened.id,
    log: opened.id,
    record: recordOf(opened, 'person')?.id ?? '',
    document,
    task: raised.task,
  };
}

function personOf(relation: Relation): TestPerson {
  const person = people.get(relation);
  if (!person) throw new Error(`nobody is ${relation}`);
  return person;
}

function isMember(person: TestPerson): boolean {
  return members.some((relation) => people.get(relation) === person);
}

function today() {
  return dayInAmsterdam(server.clock.now());
}

/** An operation that is the right one to come next, signed by this person. */
async function appended({ space, log: of }: Ids, person: TestPerson): Promise<unknown> {
  const { log } = expectOk(await openCase(await sessionOf(personOf('coordinator')), of)).space;
  const envelope = 'sealed';
  const said = { ...noteOf(person), ctHash: await hashEnvelope(envelope) };
  const { jws } = await forge(person, space, log, said);
  return { operations: [{ jws, envelope }] };
}

async function ask(
  row: RouteRow,
  relation: Relation,
  at: Ids,
): Promise<{ readonly status: number; readonly body: string }> {
  const probe = probes[row.name] ?? {};
  const body = await probe.body?.(at, people.get(relation) ?? null);
  const bytes = body instanceof Uint8Array;
  const record =
    row.name === 'getDocument'
      ? at.document
      : row.name === 'putDocument'
        ? createId<RecordId>(testRandomBytes)
        : at.record;
  const filled: Readonly<Record<string, string>> = { space: at.space, record, task: at.task };
  const path = row.path.replaceAll(/:(\w+)/g, (_, name: string) => filled[name] ?? '');
  const query = probe.query && bytes ? `?${probe.query}=${await hashBytes(Uint8Array.from(body))}` : '';
  const client = clients.get(relation);
  if (!client) throw new Error(`no client for ${relation}`);
  const response = await client.fetch(`${server.address}${path}${query}`, {
    method: row.method,
    headers: { 'X-Req': '1', 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' },
    ...(row.method === 'GET' ? {} : { body: bytes ? Uint8Array.from(body) : JSON.stringify(body ?? {}) }),
  });
  return { status: response.status, body: await response.text() };
}

function nothing(): Ids {
  const id = () => createId<SpaceId>(testRandomBytes);
  return { space: id(), record: id(), document: id(), task: id(), log: opened.id };
}

test('every route with something of a case in its address is probed', () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(probes).toSorted());
});

describe.each(relations)('%s', (relation) => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const answer = await ask(row, relation, ids);
    if (members.includes(relation)) {
      expect({ relation, status: answer.status }).toEqual({
        relation,
        status: answer.status < 300 ? answer.status : 200,
      });
      return;
    }
    // Whoever is no member cannot tell the case from one that does not exist.
    const missing = await ask(row, relation, nothing());
    expect(answer).toEqual(missing);
    expect(answer.status).toBe(relation === 'nobody' ? 401 : 404);
  });
});

describe('a closed case', () => {
  let closed: Ids;
  const append = rows.find(({ name }) => name === 'appendOperations');
  const read = rows.find(({ name }) => name === 'readSpace');
  if (!append || !read) throw new Error('the routes of spaces');
  beforeAll(async () => {
    const [anna, ben, lea] = [personOf('coordinator'), personOf('second coordinator'), personOf('lead')];
    const { id } = await buildClosedCase({ anna, ben, lea });
    closed = { ...ids, space: id, log: id };
  });

  test.each(['coordinator', 'second coordinator', 'lead'] as const)(
    '%s reads it and writes nothing',
    async (relation) => {
      expect((await ask(read, relation, closed)).status).toBe(200);
      const answer = await ask(append, relation, closed);
      expect([answer.status, answer.body]).toEqual([422, expect.stringContaining('"reason":"closed"')]);
    },
  );

  test.each(['former', 'coordinator elsewhere', 'lead elsewhere'] as const)(
    '%s does not see that it is there',
    async (relation) => {
      expect(await ask(append, relation, closed)).toEqual(await ask(append, relation, nothing()));
    },
  );
});

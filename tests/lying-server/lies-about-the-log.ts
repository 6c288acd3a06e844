import { expectOk, type RouteOutput, type SpaceId } from '#platform/base';
import { createMarks, openOwnKeyring, saveSeen, signIn } from '#kernel/accounts/client';
import type { TestPerson } from '#kernel/accounts/testing';
import { spaceRoutes } from '#kernel/spaces';
import type { SpaceSession } from '#kernel/spaces/client';
import { lookAt, openHonestly, tryToWrite, type Lie } from './lie.ts';
import { buildActiveCase, forge, noteOf, sessionOf, type LyingWorld } from './lying-world.ts';
import { flipped, lying, pretending } from './lying.ts';

type Served = RouteOutput<typeof spaceRoutes.readSpace>;
type Twist = (answer: Served) => Served | Promise<Served>;

/** Opens a case on a new device of somebody, under a twisted answer. */
async function under(reader: TestPerson, space: SpaceId, twist: Twist): Promise<string> {
  return lookAt(await sessionOf(reader, { api: lying(reader.parts.api, spaceRoutes.readSpace, twist) }), space);
}

function onAmber(twist: Twist): Lie['attempt'] {
  return (world) => under(world.lea, world.amber, twist);
}

/** The same log as it was `less` operations ago, told consistently. */
async function asBefore(session: SpaceSession, space: SpaceId, answer: Served, less: number): Promise<Served> {
  const upTo = answer.seq - less;
  const operations = answer.operations.slice(0, -less);
  const records = answer.records.filter(({ seq }) => seq <= upTo);
  return { ...answer, operations, records, seq: upTo, head: await hashAt(session, space, upTo) };
}

/** Hash of an operation, as the one after it names it. */
async function hashAt({ api }: SpaceSession, space: SpaceId, seq: number): Promise<string> {
  const params = { space };
  const { operations } = expectOk(await api.call(spaceRoutes.readSpace, { params, query: { after: seq } }));
  const body = operations[0]?.split('.')[1] ?? '';
  // The next operation of a real log: JSON with `prev`.
  const next = JSON.parse(Buffer.from(body, 'base64url').toString()) as { readonly prev: string };
  return next.prev;
}

/** The same person at the same device, before a server that went back by so many operations. */
function rolledBack(session: SpaceSession, space: SpaceId, by: number): SpaceSession {
  const api = lying(session.api, spaceRoutes.readSpace, (answer) => asBefore(session, space, answer, by));
  return { ...session, api };
}

/** Two members are told two histories: Lea's device saw her own note, Ben's signed another in its place. */
async function fork(world: LyingWorld, longer: boolean): Promise<string> {
  const { id } = await buildActiveCase(world);
  const lea = await sessionOf(world.lea);
  const before = (await openHonestly(lea, id)).space.log;
  const bens = await forge(world.ben, id, before, noteOf(world.ben));
  const next = await forge(world.ben, id, { ...before, ...bens }, noteOf(world.ben));
  const last = await forge(world.ben, id, { ...before, ...next }, noteOf(world.ben));
  const told = longer ? [bens, next, last] : [bens, next];
  if ((await tryToWrite(lea, await openHonestly(lea, id))) !== 'none') return 'the note was not written';
  const { seq, head } = told.at(-1) ?? bens;
  const api = lying(lea.api, spaceRoutes.readSpace, (answer) => ({
    ...answer,
    operations: [...answer.operations.slice(0, before.seq), ...told.map(({ jws }) => jws)],
    seq,
    head,
  }));
  return lookAt({ ...lea, api }, id);
}

/** Logs that are shorter, other or in another order than what members signed. */
export const liesAboutTheLog: readonly Lie[] = [
  {
    lie: 'an operation in the middle left out',
    outcome: 'refused: Gap',
    attempt: onAmber((answer) => ({ ...answer, operations: answer.operations.toSpliced(3, 1) })),
  },
  {
    lie: 'two operations in another order',
    outcome: 'refused: Gap',
    attempt: onAmber((answer) => {
      const [third, fourth] = [answer.operations[2] ?? '', answer.operations[3] ?? ''];
      return { ...answer, operations: answer.operations.with(2, fourth).with(3, third) };
    }),
  },
  {
    lie: 'the last operation left out and the head kept',
    outcome: 'refused: Fork',
    attempt: onAmber((answer) => ({ ...answer, operations: answer.operations.slice(0, -1) })),
  },
  {
    lie: 'one letter of a signature changed',
    outcome: 'refused: BadSignature',
    attempt: onAmber((answer) => ({
      ...answer,
      operations: answer.operations.map((jws, at) => (at === 4 ? flipped(jws, jws.length - 20) : jws)),
    })),
  },
  {
    lie: 'operations of another case',
    outcome: 'refused: WrongSpace',
    attempt: async (world) => {
      const params = { space: world.birch };
      const other = expectOk(await world.anna.parts.api.call(spaceRoutes.readSpace, { params, query: { after: 0 } }));
      return under(world.lea, world.amber, (answer) => ({ ...answer, operations: other.operations }));
    },
  },
  {
    lie: 'the log as it was before, to a device that saw more today',
    outcome: 'refused: RolledBack',
    attempt: async (world) => {
      const session = await sessionOf(world.lea);
      await openHonestly(session, world.amber);
      return lookAt(rolledBack(session, world.amber, 2), world.amber);
    },
  },
  {
    lie: 'the log as it was before, after signing out and in again',
    outcome: 'refused: RolledBack',
    attempt: async (world) => {
      const { parts, passphrase } = world.ben;
      const first = expectOk(await signIn(parts, { handle: 'ben', passphrase }));
      const before = await sessionOf({ parts, person: first });
      await openHonestly(before, world.amber);
      expectOk(await saveSeen(parts, first, before.marks, before.directory));
      const person = expectOk(await signIn(parts, { handle: 'ben', passphrase }));
      const marks = createMarks(await openOwnKeyring(person));
      return lookAt(rolledBack(await sessionOf({ parts, person }, { marks }), world.amber, 2), world.amber);
    },
  },
  {
    lie: 'a save confirmed and thrown away',
    outcome: 'refused: RolledBack',
    attempt: async (world) => {
      const honest = await sessionOf(world.lea);
      const opened = await openHonestly(honest, world.amber);
      const { seq, head } = opened.space.log;
      const api = pretending(honest.api, spaceRoutes.appendOperations, () => ({ seq: seq + 2, head }));
      return `refused: ${await tryToWrite({ ...honest, api }, opened)}`;
    },
  },
  {
    lie: 'another history than the one this device wrote in',
    outcome: 'refused: Fork',
    attempt: (world) => fork(world, false),
  },
  {
    lie: 'another history that has grown past the point this device saw',
    outcome: 'refused: Fork',
    attempt: (world) => fork(world, true),
  },
];

import { addDays, expectOk, type CivilDate, type RouteOutput } from '#platform/base';
import { createSpaceKey } from '#platform/crypto';
import { spaceRoutes } from '#kernel/spaces';
import type { SpaceSession } from '#kernel/spaces/client';
import { openCaseSchema, type OpenCase } from '#modules/casework';
import { giveTeam, openCase, readCaseload, refreshCase } from '#modules/casework/client';
import { lookAt, openHonestly, refusedAs, tryToWrite, type Lie } from './lie.ts';
import { buildActiveCase, sessionOf, type LyingWorld } from './lying-world.ts';
import { flipped, lying } from './lying.ts';

type Head = RouteOutput<typeof spaceRoutes.readHeads>['spaces'][number];

const later = (open: OpenCase): OpenCase => ({
  ...open,
  due: open.due.map((due) => ({ ...due, date: addDays(due.date, 60) })),
});
const met = (open: OpenCase): OpenCase => ({
  ...open,
  due: open.due.map((due) => ({ ...due, metOn: addDays(due.date, -1) as CivilDate })),
});

/** Opens the first case while its open values are twisted. */
function onCasePage(twist: (open: OpenCase) => unknown): Lie['attempt'] {
  return async (world) => {
    const api = lying(world.lea.parts.api, spaceRoutes.readSpace, (answer) => ({
      ...answer,
      coded: twist(openCaseSchema.parse(answer.coded)),
    }));
    return lookAt(await sessionOf(world.lea, { api }), world.amber);
  };
}

/** Reads the list while the row of the first case is twisted; on a device that has opened it before, or not. */
function inList(
  seen: boolean,
  twist: (row: Head, world: LyingWorld) => Head | Promise<Head>,
  reader?: SpaceSession,
): Lie['attempt'] {
  return async (world) => {
    const session = reader ?? (await sessionOf(world.lea));
    if (seen && !reader) await openHonestly(session, world.amber);
    const api = lying(session.api, spaceRoutes.readHeads, async ({ spaces, next }) => ({
      spaces: await Promise.all(spaces.map(async (row) => (row.id === world.amber ? await twist(row, world) : row))),
      next,
    }));
    const entries = expectOk(await readCaseload({ ...session, api }));
    const entry = entries.find(({ id }) => id === world.amber);
    if (!entry) return 'flagged: gone from the list';
    const words = [entry.trust, ...(entry.behind ? ['behind'] : []), ...(entry.head ? [] : ['nothing shown of it'])];
    return entry.trust === 'checked' && !entry.behind ? 'unnoticed' : `flagged: ${words.join(', ')}`;
  };
}

const withCoded = (twist: (open: OpenCase) => unknown) => (row: Head) => ({
  ...row,
  coded: twist(openCaseSchema.parse(row.coded)),
});

async function olderHead(row: Head, world: LyingWorld): Promise<Head> {
  const { api } = world.lea.parts;
  const space = expectOk(
    await api.call(spaceRoutes.readSpace, { params: { space: world.amber }, query: { after: 0 } }),
  );
  const puts = space.operations.filter((jws) => {
    const said: unknown = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
    return JSON.stringify(said).includes('"type":"head"');
  });
  return { ...row, headOperation: puts.at(0) ?? null };
}

async function headOfBirch(row: Head, world: LyingWorld): Promise<Head> {
  const answer = expectOk(await world.anna.parts.api.call(spaceRoutes.readHeads, { query: { kind: 'case' } }));
  const { headOperation = null, headEnvelope = null } = answer.spaces.find(({ id }) => id === world.birch) ?? {};
  return { ...row, headOperation, headEnvelope };
}

async function ownKey(row: Head, world: LyingWorld): Promise<Head> {
  const where = { tenant: world.lea.person.tenant, space: world.amber, epoch: row.epoch };
  const recipient = { recipient: world.lea.person.user, encryption: world.lea.person.identity.encryption.public };
  const { wraps } = await createSpaceKey(where, [recipient], world.lea.parts.randomBytes);
  return { ...row, wrap: wraps[0]?.wrap ?? null };
}

/** Phase, dates and state in open rows, heads of lists, and keys that are handed out. */
export const liesAboutOpenValues: readonly Lie[] = [
  { lie: 'case page: every date sixty days later', outcome: 'refused: CodedDoesNotFit', attempt: onCasePage(later) },
  { lie: 'case page: every date already met', outcome: 'refused: CodedDoesNotFit', attempt: onCasePage(met) },
  {
    lie: 'case page: another phase',
    outcome: 'refused: CodedDoesNotFit',
    attempt: onCasePage((open) => ({ ...open, phase: 'leaving' })),
  },
  {
    lie: 'case page: no dates at all',
    outcome: 'refused: CodedDoesNotFit',
    attempt: onCasePage((open) => ({ ...open, due: [] })),
  },
  { lie: 'case page: no open values', outcome: 'refused: CodedDoesNotFit', attempt: onCasePage(() => null) },
  {
    lie: 'list: dates moved in a row that this device had checked',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(true, withCoded(later)),
  },
  {
    lie: 'list: another phase in a row that this device had checked',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(
      true,
      withCoded((open) => ({ ...open, phase: 'leaving' })),
    ),
  },
  {
    lie: 'list: dates moved in a row that this device never opened',
    outcome: 'flagged: not-checked',
    attempt: inList(false, withCoded(later)),
  },
  {
    lie: 'list: the row names a later point of the log, with other dates',
    outcome: 'flagged: not-checked, behind',
    attempt: inList(true, (row) => ({ ...withCoded(later)(row), seq: row.seq + 1 })),
  },
  {
    lie: 'list: the head record of another case',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(false, headOfBirch),
  },
  {
    lie: 'list: the operation of an older head with the newest content',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(true, olderHead),
  },
  {
    lie: 'list: one letter of the head record changed',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(true, (row) => ({ ...row, headEnvelope: flipped(row.headEnvelope ?? '') })),
  },
  {
    lie: 'list: the head record left out',
    outcome: 'flagged: checked, behind, nothing shown of it',
    attempt: inList(true, (row) => ({ ...row, headEnvelope: null, headOperation: null })),
  },
  {
    lie: 'list: an older point of the log than this device saw',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: async (world) => {
      const session = await sessionOf(world.lea);
      const opened = await openHonestly(session, world.amber);
      const seq = opened.space.log.seq - 2;
      const api = lying(session.api, spaceRoutes.readSpace, (answer) => ({ ...answer, seq, operations: [] }));
      return inList(true, (row) => ({ ...row, seq }), { ...session, api })(world);
    },
  },
  {
    lie: 'list: a case key that the server made itself',
    outcome: 'flagged: does-not-fit, behind, nothing shown of it',
    attempt: inList(true, ownKey),
  },
  {
    lie: 'case page: a case key that the server made itself',
    outcome: 'flagged: head no-key, journey no-key, paper no-key, person no-key, reach no-key',
    attempt: async (world) => {
      const api = lying(world.lea.parts.api, spaceRoutes.readSpace, async (answer) => {
        const { wrap } = await ownKey({ epoch: 1 } as Head, world);
        return { ...answer, wraps: answer.wraps.map(({ epoch }) => ({ epoch, wrap: wrap ?? '' })) };
      });
      return lookAt(await sessionOf(world.lea, { api }), world.amber);
    },
  },
  {
    lie: 'after a rotation: the key before handed out as the newest',
    outcome: 'refused to write: NoKey',
    attempt: async (world) => {
      const given = await buildActiveCase({ ...world, lea: world.olaf });
      const { id } = expectOk(await giveTeam(await sessionOf(world.anna), given, { lead: null }));
      const api = lying(world.ben.parts.api, spaceRoutes.readSpace, ({ wraps, ...answer }) => ({
        ...answer,
        epoch: 1,
        wraps: wraps.map((one) => ({ ...one, wrap: wraps[0]?.wrap ?? '' })),
      }));
      const session = await sessionOf(world.ben, { api });
      const opened = await openCase(session, id);
      return opened.ok ? `refused to write: ${await tryToWrite(session, opened.value)}` : refusedAs(opened);
    },
  },
  {
    lie: 'an open case: dates moved while it is read on',
    outcome: 'refused: CodedDoesNotFit',
    attempt: async (world) => {
      const session = await sessionOf(world.lea);
      const opened = await openHonestly(session, world.amber);
      const api = lying(session.api, spaceRoutes.readSpace, (answer) => ({
        ...answer,
        coded: later(openCaseSchema.parse(answer.coded)),
      }));
      return refusedAs(await refreshCase({ ...session, api }, opened));
    },
  },
];

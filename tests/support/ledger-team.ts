import pg from 'pg';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { judgeRelease } from '#kernel/disclosure';
import type { Judge } from '#kernel/disclosure/client';
import type { SpaceSession } from '#kernel/spaces/client';
import { buildSession } from '#kernel/spaces/testing';
import { openSolver } from './disclosure-solver.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A programme with people who work with figures, and some who do not. */
export interface LedgerTeam {
  readonly server: TestServer;
  readonly judge: Judge;
  /** The founder, who coordinates. */
  readonly anna: SpaceSession;
  /** An analyst. */
  readonly iris: SpaceSession;
  /** A coordinator. */
  readonly ruben: SpaceSession;
  /** By role: nobody of them works with figures. */
  readonly others: ReadonlyMap<string, SpaceSession>;
}

const roles = ['analyst', 'coordinator', 'volunteer', 'editor', 'administrator', 'reader'] as const;

/** Starts a server on 1 December 2026 with such a programme. */
export async function startLedgerTeam(): Promise<LedgerTeam> {
  const server = await startTestServer({ now: new Date('2026-12-01T10:00:00Z') });
  const people: TestPerson[] = [];
  let founder = await buildFounder(buildParts(server.connect().api, server.clock), server.foundingCode);
  for (const role of roles) {
    const joined = await buildColleague(founder, buildParts(server.connect().api, server.clock), {
      handle: `the-${role}`,
      roles: [{ role, until: null }],
    });
    founder = joined.inviter;
    people.push(joined.colleague);
  }
  const [anna, iris, ruben, ...rest] = await Promise.all([founder, ...people].map((person) => buildSession(person)));
  if (!anna || !iris || !ruben) throw new Error('nobody is there');
  const solver = await openSolver(600);
  return {
    ...{ server, anna, iris, ruben },
    judge: (ledger, proposed) => Promise.resolve(judgeRelease(solver, ledger, proposed)),
    others: new Map(roles.slice(2).flatMap((role, at) => (rest[at] ? [[role, rest[at]]] : []))),
  };
}

/** Rows of a question that the owner of the database asks, whom nothing of Baken holds back. */
export async function askAsOwner(
  { database }: Pick<TestServer, 'database'>,
  text: string,
  values: readonly unknown[],
): Promise<readonly Record<string, unknown>[]> {
  const owner = new pg.Client(database.owner);
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(text, [...values])).rows;
  } finally {
    await owner.end();
  }
}

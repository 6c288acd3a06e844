import { rmSync } from 'node:fs';
import pg from 'pg';
import { signIn } from '#kernel/accounts/client';
import { buildFounder, buildParts } from '#kernel/accounts/testing';
import { createId, expectOk } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import {
  learningRoutes,
  peopleRoutes,
  type AttemptId,
  type OrganisationId,
  type ReleasedCourse,
} from '#modules/learning';
import type { Mailer } from '#platform/server/mail';
import { startTestServer, type TestClient, type TestServer } from './test-server.ts';
import { builtCourses, wholeRun } from './whole-run.ts';

/** The course that everybody in these programmes learns. */
export const learnedCourse = 'recognising-trafficking';

/** A programme in which people without an account learn, with the words for what they and whoever looks after them do. */
export interface LearningProgramme {
  readonly server: TestServer;
  /** The coordinator who founded it. */
  readonly staff: TestClient;
  readonly released: ReleasedCourse;
  /** Lets time go on, or back; the coordinator's session ends meanwhile, so they sign in again. */
  at(instant: string): Promise<void>;
  signIn(): Promise<void>;
  addOrganisation(name: string, own?: boolean): Promise<OrganisationId>;
  /** Draws the code by which people are counted for an organisation. */
  drawCode(organisation: OrganisationId): Promise<string>;
  /** Somebody whom the own organisation invited by a label, in a browser of their own. */
  invited(label: string): Promise<TestClient>;
  /** Somebody who opened a link, in a browser of their own. */
  opened(secret: string): Promise<TestClient>;
  /** Does everything that the course asks for, in one run. */
  finish(client: TestClient): Promise<void>;
  /** What the owner of the database finds. */
  ask(statement: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Founds one on 27 November 2026, with letters where a mailer is given. */
export async function openLearningProgramme(options: { readonly mail?: Mailer } = {}): Promise<LearningProgramme> {
  const { webRoot, released } = await builtCourses();
  const server = await startTestServer({ webRoot, now: new Date('2026-11-27T10:00:00Z'), ...options });
  const staff = server.connect();
  const anna = await buildFounder(buildParts(staff.api, server.clock), server.foundingCode);
  const again = async (): Promise<void> => {
    expectOk(await signIn(anna.parts, { handle: anna.person.handle, passphrase: anna.passphrase }));
  };
  const opened = async (secret: string): Promise<TestClient> => {
    const client = server.connect();
    expectOk(await client.api.call(peopleRoutes.openInvitation, { input: { secret } }));
    return client;
  };
  return {
    ...{ server, staff, released, opened, signIn: again },
    at: (instant) => {
      server.clock.set(new Date(instant));
      return again();
    },
    addOrganisation: async (name, own = false) => {
      const id = createId<OrganisationId>(randomBytes);
      expectOk(await staff.api.call(learningRoutes.addOrganisation, { input: { id, name, own } }));
      return id;
    },
    drawCode: async (organisation) =>
      expectOk(await staff.api.call(learningRoutes.drawCode, { params: { organisation } })).code,
    invited: async (label) => {
      const people = [{ id: createId<never>(randomBytes), label, mail: null }];
      const input = { course: learnedCourse, language: 'en', people } as const;
      return opened(expectOk(await staff.api.call(peopleRoutes.invitePeople, { input })).links[0]?.secret ?? '');
    },
    finish: async (client) => {
      const steps = [...wholeRun(released, createId(randomBytes))];
      const params = { attempt: createId<AttemptId>(randomBytes) };
      const input = { course: learnedCourse, language: 'en', steps };
      expectOk(await client.api.call(learningRoutes.saveSteps, { params, input }));
    },
    ask: (statement) => askOwner(server, statement),
    stop: async () => {
      await server.stop();
      rmSync(webRoot, { recursive: true });
    },
  };
}

async function askOwner({ database }: TestServer, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

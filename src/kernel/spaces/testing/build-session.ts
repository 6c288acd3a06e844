import { expectOk } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring } from '#kernel/accounts/client';
import { testRandomBytes, type TestPerson } from '#kernel/accounts/testing';
import type { SpaceSession } from '../client/index.ts';

/** Somebody at work: with the directory as it is now and marks that start where their keyring ends. */
export async function buildSession({ parts, person }: Pick<TestPerson, 'parts' | 'person'>): Promise<SpaceSession> {
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  const { tenant, user, identity } = person;
  const { api, clock } = parts;
  return { tenant, user, identity, directory, api, clock, randomBytes: testRandomBytes, marks };
}

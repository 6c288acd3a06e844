import { expectOk } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring, signIn } from '#kernel/accounts/client';
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

/** The same after signing in anew, as at another device on another day. */
export async function startSession({ parts, person: { handle }, passphrase }: TestPerson): Promise<SpaceSession> {
  return buildSession({ parts, person: expectOk(await signIn(parts, { handle, passphrase })) });
}

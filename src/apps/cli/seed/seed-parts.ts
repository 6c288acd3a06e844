import { createApi, withCookies } from '#platform/client';
import { systemClock } from '#platform/base';
import { randomBytes } from '#platform/crypto';
import {
  createMarks,
  createMemoryDeviceStore,
  loadDirectory,
  openOwnKeyring,
  stepUp,
  type AccountParts,
  type SignedInPerson,
} from '#kernel/accounts/client';
import type { SpaceSession } from '#kernel/spaces/client';

/** A device of somebody fictional: a connection with cookies of its own and memory for its secret. */
export function createParts(baseUrl: string): AccountParts {
  const api = createApi({ baseUrl, fetch: withCookies(fetch, baseUrl) });
  return { api, devices: createMemoryDeviceStore(), clock: systemClock, randomBytes };
}

/** Somebody at work, with the directory as it is now. */
export async function openSession(parts: AccountParts, person: SignedInPerson): Promise<SpaceSession> {
  const directory = await loadDirectory(parts, person);
  if (!directory.ok) throw new Error(`the directory does not open: ${directory.refusal.type}`);
  const { tenant, user, identity } = person;
  const marks = createMarks(await openOwnKeyring(person));
  return { tenant, user, identity, directory: directory.value, api: parts.api, clock: parts.clock, randomBytes, marks };
}

const freshFor = 4 * 60_000;

/** Proves the passphrase again whenever four minutes have passed; the server wants it fresh for giving keys. */
export function keepFresh(parts: AccountParts, passphrase: string): () => Promise<void> {
  let last = 0;
  return async () => {
    if (Date.now() - last < freshFor) return;
    const proven = await stepUp(parts, passphrase);
    if (!proven.ok) throw new Error(`the passphrase was not accepted again: ${proven.refusal.type}`);
    last = Date.now();
  };
}

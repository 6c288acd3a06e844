import { expectOk } from '#platform/base';
import { readHeads } from '#kernel/spaces/client';
import { createProcedures, newestPacks, openCase, startJourney } from '#modules/casework/client';
import { signInWithKit, type KitHolder } from './read-everything.ts';

/** Begins the journey of somebody's first case on the first versions of its packs, which no screen does once newer ones are out. */
export async function beginOnOlderRules(address: string, who: KitHolder): Promise<void> {
  const session = await signInWithKit(address, who);
  const [first] = expectOk(await readHeads(session, 'case'));
  if (!first) throw new Error('there is no case');
  const packs = newestPacks('nl').map(({ id }) => ({ id, version: '2026.1' }));
  const opened = expectOk(await openCase(session, first.id));
  expectOk(await startJourney(session, createProcedures(), opened, { packs, parameters: {}, facts: [] }));
}

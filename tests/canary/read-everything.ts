import { expectOk, utf8Text, type SpaceId } from '#platform/base';
import { addDeviceFromKit, createMarks, loadDirectory, openOwnKeyring, signIn } from '#kernel/accounts/client';
import { buildParts, testRandomBytes } from '#kernel/accounts/testing';
import { openSpace, readHeads, type SpaceSession } from '#kernel/spaces/client';
import { openCase, readPaper, recordsOf } from '#modules/casework/client';
import { connectTo } from '../support/test-server.ts';

/** Everything one person may read, in the clear, and which kinds of records it came from. */
export interface Everything {
  readonly text: string;
  readonly kinds: ReadonlySet<string>;
}

/** Somebody with their printed kit. */
export interface KitHolder {
  readonly handle: string;
  readonly passphrase: string;
  readonly kit: string;
}

/** Sets up a device from a kit and signs in. */
export async function signInWithKit(address: string, who: KitHolder): Promise<SpaceSession> {
  const parts = buildParts(connectTo(address).api);
  expectOk(await addDeviceFromKit(parts, who));
  const person = expectOk(await signIn(parts, who));
  const { tenant, user, identity } = person;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  const { api, clock } = parts;
  return { tenant, user, identity, directory, api, clock, randomBytes: testRandomBytes, marks };
}

/** Opens all cases, papers and names of somebody. */
export async function readEverything(address: string, who: KitHolder): Promise<Everything> {
  const session = await signInWithKit(address, who);
  const texts: string[] = [];
  const kinds = new Set<string>();
  for (const { id } of expectOk(await readHeads(session, 'case'))) {
    const opened = expectOk(await openCase(session, id));
    for (const { kind, content } of opened.records) {
      kinds.add(kind);
      texts.push(JSON.stringify(content));
    }
    for (const { content } of recordsOf(opened, 'paper')) {
      if (content.file) texts.push(utf8Text(expectOk(await readPaper(session, opened, content))));
    }
  }
  texts.push(...(await otherSpaces(session)));
  return { text: texts.join('\n'), kinds };
}

/** The directory, which holds names of colleagues and the organisation's own letters. */
async function otherSpaces(session: SpaceSession): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const kind of ['directory']) {
    const heads = await readHeads(session, kind);
    const ids: readonly SpaceId[] = heads.ok ? heads.value.map(({ id }) => id) : [];
    for (const id of ids) {
      const space = expectOk(await openSpace(session, id));
      texts.push(...[...space.records.values()].map(({ payload }) => JSON.stringify(payload)));
    }
  }
  return texts;
}

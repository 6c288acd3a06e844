import { bytesToBase64url } from '#platform/base';
import { hashText, isSameText } from '#platform/crypto/server';
import { inTenant, setCaller, type Tx } from '#platform/server/db';
import { countTry, type MountParts } from '#platform/server/http';
import type { SessionId } from '../../model/open/launch/launch-ids.ts';
import { listKeyTenants } from '../records/no-tenant.ts';
import { answerJson, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { findLaunch, giveToken } from '../store/launch-store.ts';
import { describeSession, isOver, tokenName } from './open-session.ts';

/** Wrong addresses from one place in a quarter of an hour. */
const wrongFetches = { limit: 60, windowMinutes: 15 } as const;

interface Fetching {
  readonly session: SessionId;
  readonly once: string;
  readonly origin: string;
  readonly address: string;
}

/** Gives a part its token, once (cmi5, 8.2). Whatever is wrong is said with status 200, as the standard wants it. */
export async function handOutToken(parts: MountParts, fetching: Fetching): Promise<RecordAnswer> {
  return inTenant(parts.database, { tenant: null, user: null }, async (tx) => {
    const given = await give(tx, parts, fetching);
    if (given !== null) return given;
    const within = await countTry(tx, `cmi5-fetch:${fetching.address}`, wrongFetches, parts.clock);
    return within.ok ? explain('2', 'This launch is not known.') : refuseRecord('TooManyTries', within.refusal);
  });
}

async function give(tx: Tx, parts: MountParts, { session, once, origin }: Fetching): Promise<RecordAnswer | null> {
  const shown = await hashText(once);
  for (const tenant of await listKeyTenants(tx)) {
    await setCaller(tx, { tenant, user: null });
    const launch = await findLaunch(tx, tenant, session);
    if (launch === null || !isSameText(launch.fetchHash, shown)) continue;
    const described = await describeSession(tx, tenant, launch, origin);
    if (described === null || described.ended || isOver(launch, parts.clock.now()))
      return explain('3', 'This launch is over. Open the part again.');
    const secret = bytesToBase64url(parts.randomBytes(32));
    if (!(await giveToken(tx, tenant, session, await hashText(secret))))
      return explain('1', 'The token of this launch was given out already. Open the part again.');
    return answerJson({ 'auth-token': Buffer.from(`${tokenName(session)}:${secret}`).toString('base64') });
  }
  return null;
}

function explain(code: '1' | '2' | '3', text: string): RecordAnswer {
  return answerJson({ 'error-code': code, 'error-text': text });
}

import { ok, refuse, type RecordId, type Result } from '#platform/base';
import { peekOperation, verifyOperation } from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import { openEntry } from './open-space.ts';
import type { OpenedRecord, OpenedSpace, SpaceRefusal, SpaceSession, UnfitRecord } from './space-session.ts';

/** Every version of one record, newest first; versions under a key one never had are listed as unfit. */
export async function readHistory(
  session: SpaceSession,
  opened: OpenedSpace,
  record: RecordId,
): Promise<Result<{ readonly versions: readonly OpenedRecord[]; readonly unfit: readonly UnfitRecord[] }, SpaceRefusal>> {
  const answer = await session.api.call(spaceRoutes.readVersions, { params: { space: opened.id, record } });
  if (!answer.ok) return answer;
  const versions: OpenedRecord[] = [];
  const unfit: UnfitRecord[] = [];
  for (const { jws, version, envelope } of answer.value.versions) {
    const claimed = peekOperation(jws);
    if (claimed?.kind !== 'put' || claimed.record !== record || claimed.case !== opened.id) return refuse({ type: 'Fork' });
    const keys = session.directory.signingKeys.get(claimed.author) ?? [];
    const verified = await Promise.all(keys.map((key) => verifyOperation(jws, key)));
    const { type } = claimed.body;
    const entry = { ...claimed, id: record, type };
    const openedVersion = verified.some(({ ok: fits }) => fits)
      ? await openEntry(session, opened.log, opened.keys, entry, { version, envelope })
      : 'signature';
    if (typeof openedVersion === 'string') unfit.push({ id: record, type, reason: openedVersion });
    else versions.push(openedVersion);
  }
  return ok({ versions, unfit });
}

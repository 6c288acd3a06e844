import { ok, type RecordId, type Result } from '#platform/base';
import { spaceRoutes } from '../contract/space-routes.ts';
import { openEntry } from './open-space.ts';
import type { OpenedRecord, OpenedSpace, SpaceRefusal, SpaceSession, UnfitRecord } from './space-session.ts';
import { verifiedOperation } from './verified-operation.ts';

/**
 * Every version of one record, newest first. Versions under a key one never had are listed as unfit, and
 * so are those that the server left out: the verified log says how many there are.
 */
export async function readHistory(
  session: SpaceSession,
  opened: OpenedSpace,
  record: RecordId,
): Promise<
  Result<{ readonly versions: readonly OpenedRecord[]; readonly unfit: readonly UnfitRecord[] }, SpaceRefusal>
> {
  const answer = await session.api.call(spaceRoutes.readVersions, { params: { space: opened.id, record } });
  if (!answer.ok) return answer;
  const versions: OpenedRecord[] = [];
  const unfit: UnfitRecord[] = [];
  const newest = opened.log.records.get(record);
  const given = new Set(answer.value.versions.map(({ version }) => version));
  for (let version = newest?.version ?? 0; version > 0; version -= 1) {
    if (!given.has(version)) unfit.push({ id: record, type: newest?.type ?? 'unknown', reason: 'missing' });
  }
  for (const { jws, version, envelope } of answer.value.versions) {
    const operation = await verifiedOperation(session, opened.id, jws);
    if (operation?.kind !== 'put' || operation.record !== record) {
      unfit.push({ id: record, type: 'unknown', reason: 'signature' });
      continue;
    }
    const { type } = operation.body;
    const entry = { ...operation, id: record, type };
    const openedVersion = await openEntry(session, opened.log, opened.keys, entry, { version, envelope });
    if (typeof openedVersion === 'string') unfit.push({ id: record, type, reason: openedVersion });
    else versions.push(openedVersion);
  }
  return ok({ versions, unfit });
}

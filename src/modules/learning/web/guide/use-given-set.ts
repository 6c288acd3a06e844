import { useCallback } from 'react';
import { ok, refuse, utf8Text, type Result } from '#platform/base';
import type { GatheringId } from '#kernel/gatherings';
import { useWork } from '#kernel/spaces/web';
import { materialRoutes } from '../../contract/material-routes.ts';
import type { GivenSets, SetToGive } from '../../model/open/workshop/given-set.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

/** Slides or cards of a session. */
export interface FoundSet {
  /** As somebody named it. */
  readonly title: string;
  readonly name: string;
  readonly kind: SetToGive['part'];
  readonly version: number;
  readonly sets: GivenSets;
}

type Work = ReturnType<typeof useWork>['work'];

/** The set that a session was given, or the newest one where its people were not given any. */
export function useGivenSet(session: string, material: string): Loaded<FoundSet> {
  const { work } = useWork();
  // From the address; the row looks whether it can be one.
  const gathering = session as GatheringId;
  return useLoaded(useCallback(() => readSet(work, gathering, material), [work, gathering, material]));
}

async function readSet(
  { api }: Pick<Work, 'api'>,
  gathering: GatheringId,
  material: string,
): Promise<Result<FoundSet, { readonly type: string }>> {
  const listed = await api.call(materialRoutes.listMaterials, { params: { gathering } });
  if (!listed.ok) return listed;
  const one = listed.value.materials.find(({ id }) => id === material);
  const shown = one?.versions.find(({ version }) => version === one.given?.version) ?? one?.versions[0];
  if (one === undefined || shown === undefined || (shown.kind !== 'slides' && shown.kind !== 'cards'))
    return refuse({ type: 'NotFound' });
  const params = { gathering, material: one.id, version: String(shown.version) };
  const body = await api.call(materialRoutes.readMaterial, { params });
  if (!body.ok) return body;
  // Written by our own server from a pack.
  const sets = JSON.parse(utf8Text(Uint8Array.from(body.value))) as GivenSets;
  return ok({ title: one.title, name: shown.name, kind: shown.kind, version: shown.version, sets });
}

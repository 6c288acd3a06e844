import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { materialRoutes } from '../../contract/material-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';
import type { ListedSession } from './use-workshops.ts';

export type Materials = RouteOutput<typeof materialRoutes.listMaterials>;
export type ListedMaterial = Materials['materials'][number];

/** What may be given out at a session, and what is. */
export function useMaterials(gathering: ListedSession['id']): Loaded<Materials> {
  const { work } = useWork();
  return useLoaded(
    useCallback(() => work.api.call(materialRoutes.listMaterials, { params: { gathering } }), [work, gathering]),
  );
}

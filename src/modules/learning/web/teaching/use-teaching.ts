import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { teachingRoutes } from '../../contract/teaching-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type OwnTeaching = RouteOutput<typeof teachingRoutes.readOwnTeaching>;
export type Teaching = RouteOutput<typeof teachingRoutes.listTeaching>;
export type ToldLicence = Teaching['people'][number]['licence'];

/** How one stands oneself. */
export function useOwnTeaching(): Loaded<OwnTeaching> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(teachingRoutes.readOwnTeaching, {}), [work]));
}

/** Who may teach what, for whoever leads. */
export function useTeaching(): Loaded<Teaching> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(teachingRoutes.listTeaching, {}), [work]));
}

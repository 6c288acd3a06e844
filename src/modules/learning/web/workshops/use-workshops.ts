import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import type { GatheringId } from '#kernel/gatherings';
import { useWork } from '#kernel/spaces/web';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type Workshops = RouteOutput<typeof workshopRoutes.listWorkshops>;
export type ListedWorkshop = Workshops['workshops'][number];
export type ListedSession = Workshops['sessions'][number];
export type LedSession = RouteOutput<typeof workshopRoutes.readSession>;
export type ListedSeat = LedSession['seats'][number];

export function useWorkshops(): Loaded<Workshops> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(workshopRoutes.listWorkshops, {}), [work]));
}

export function useSession(id: string): Loaded<LedSession> {
  const { work } = useWork();
  // From the address; the row looks whether it can be one.
  const session = id as GatheringId;
  return useLoaded(
    useCallback(() => work.api.call(workshopRoutes.readSession, { params: { gathering: session } }), [work, session]),
  );
}

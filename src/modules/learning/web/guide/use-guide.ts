import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import type { GatheringId } from '#kernel/gatherings';
import { useWork } from '#kernel/spaces/web';
import { teachingRoutes } from '../../contract/teaching-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type Guide = RouteOutput<typeof teachingRoutes.readGuide>['guide'];
export type GuideLanguage = 'en' | 'nl';

/** The facilitator pack of a session in a language. */
export function useGuide(id: string, language: GuideLanguage): Loaded<RouteOutput<typeof teachingRoutes.readGuide>> {
  const { work } = useWork();
  // From the address; the row looks whether it can be one.
  const gathering = id as GatheringId;
  return useLoaded(
    useCallback(
      () => work.api.call(teachingRoutes.readGuide, { params: { gathering }, query: { language } }),
      [work, gathering, language],
    ),
  );
}

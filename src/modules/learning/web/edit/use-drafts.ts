import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type Drafts = RouteOutput<typeof draftRoutes.listDrafts>;
export type ListedDraft = Drafts['drafts'][number];
export type ReadDraft = RouteOutput<typeof draftRoutes.readDraft>;

export function useDrafts(): Loaded<Drafts> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(draftRoutes.listDrafts, {}), [work]));
}

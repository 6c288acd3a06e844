import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type OwnTraining = RouteOutput<typeof trainingRoutes.readOwnTraining>;
export type Training = RouteOutput<typeof trainingRoutes.listTraining>;
export type TrainedPerson = Training['people'][number];
export type AskedProgramme = Training['programmes'][number];
export type AskedRequirement = Training['requirements'][number];

export function useOwnTraining(): Loaded<OwnTraining> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(trainingRoutes.readOwnTraining, {}), [work]));
}

export function useTraining(): Loaded<Training> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(trainingRoutes.listTraining, {}), [work]));
}

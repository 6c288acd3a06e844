import { useCallback, useEffect, useState } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { trainingRoutes } from '../../contract/training-routes.ts';

export type OwnTraining = RouteOutput<typeof trainingRoutes.readOwnTraining>;
export type Training = RouteOutput<typeof trainingRoutes.listTraining>;
export type TrainedPerson = Training['people'][number];
export type AskedProgramme = Training['programmes'][number];
export type AskedRequirement = Training['requirements'][number];

/** What the server says of training, asked again after every change. */
export interface Loaded<Value> {
  readonly found: Value | null;
  readonly refused: string | null;
  readonly reload: () => void;
}

export function useOwnTraining(): Loaded<OwnTraining> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(trainingRoutes.readOwnTraining, {}), [work]));
}

export function useTraining(): Loaded<Training> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(trainingRoutes.listTraining, {}), [work]));
}

type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: { readonly type: string } };

function useLoaded<Value>(ask: () => Promise<Answer<Value>>): Loaded<Value> {
  const [found, setFound] = useState<Value | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [loads, setLoads] = useState(0);
  const reload = useCallback(() => setLoads((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => {
      if (!wanted) return;
      if (answer.ok) setFound(answer.value);
      setRefused(answer.ok ? null : answer.refusal.type);
    });
    return () => {
      wanted = false;
    };
  }, [ask, loads]);
  return { found, refused, reload };
}

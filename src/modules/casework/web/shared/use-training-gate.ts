import { useEffect, useState } from 'react';
import type { CivilDate, UserId } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { opensGate, trainingRoutes, type Standing } from '#modules/learning';

/** How colleagues stand to what is asked before a case is given, for whoever gives cases; empty until it is known. */
export interface TrainingGate {
  /** Whether nothing keeps somebody from being given a case. */
  isOpen(user: UserId): boolean;
  /** Until when something that is missing is set aside; null where nothing is. */
  setAsideUntil(user: UserId): CivilDate | null;
}

/** Asks once for each form that needs it; the server decides again when the case is given. */
export function useTrainingGate(wanted: boolean): TrainingGate {
  const { work } = useWork();
  const [people, setPeople] = useState<ReadonlyMap<UserId, readonly Standing[]>>(new Map());
  useEffect(() => {
    let here = true;
    if (wanted)
      void work.api.call(trainingRoutes.listTraining, {}).then((answer) => {
        if (!here || !answer.ok) return;
        setPeople(
          new Map(answer.value.people.map(({ user, standings }) => [user, standings.map((one) => one.standing)])),
        );
      });
    return () => {
      here = false;
    };
  }, [work, wanted]);
  return {
    isOpen: (user) => (people.get(user) ?? []).every(opensGate),
    setAsideUntil: (user) =>
      (people.get(user) ?? [])
        .flatMap((standing) => (standing.state === 'exempt' ? standing.until : []))
        .toSorted()[0] ?? null,
  };
}

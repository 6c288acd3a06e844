import { saveApplication, type ApplicationChange, type OpenedCase } from '#modules/casework/client';
import { useCaseAct, type CaseAct } from '../shared/use-case-act.ts';
import type { ApplicationView } from './application-view.ts';

/** Changing an application: saving some of its choices, and whatever else is done to the case meanwhile. */
export interface ApplicationAct extends CaseAct {
  save(change: ApplicationChange): Promise<boolean>;
}

/** Acts on one application of an opened case. */
export function useApplicationAct(opened: OpenedCase, { id }: ApplicationView): ApplicationAct {
  const act = useCaseAct(opened);
  return {
    ...act,
    save: (change) => act.run((session) => saveApplication(session, opened, id, change)),
  };
}

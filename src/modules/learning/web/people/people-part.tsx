import { useMemo } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useStepUp, useWork } from '#kernel/spaces/web';
import { createId } from '#platform/base';
import { peopleRoutes } from '../../contract/people-routes.ts';
import { joinPages } from './join-pages.ts';
import type { PeopleCalls } from './people-calls.ts';
import { PeopleDesk } from './people-desk.tsx';

/** The people of our own organisation who were invited, for whoever looks after them. */
export function PeoplePart() {
  const { t } = useLanguage();
  const { work } = useWork();
  const stepUp = useStepUp();
  const calls = useMemo(
    (): PeopleCalls => ({
      list: () => joinPages((query) => work.api.call(peopleRoutes.listPeople, { query })),
      invite: (input) => work.api.call(peopleRoutes.invitePeople, { input }),
      renew: (invitation) => work.api.call(peopleRoutes.renewInvitation, { params: { invitation } }),
      withdraw: (ids) => work.api.call(peopleRoutes.withdrawInvitations, { input: { ids: [...ids] } }),
      saveRule: (input) => work.api.call(peopleRoutes.savePeopleRule, { input }),
      handOut: () => joinPages((input) => work.api.call(peopleRoutes.exportPeople, { input })),
      // Drawn right here; the row gives it its brand.
      drawId: () => createId<never>(work.parts.randomBytes),
    }),
    [work],
  );
  return (
    <>
      <p>{t('learning.people.lead')}</p>
      <PeopleDesk calls={calls} guard={stepUp.with} />
      <StepUp {...stepUp} what={t('learning.people.stepUp')} />
    </>
  );
}

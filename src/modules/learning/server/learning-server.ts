import { ok } from '#platform/base';
import { bind, type ServerModule } from '#platform/server/http';
import { figureRoutes } from '../contract/figure-routes.ts';
import { learningRoutes } from '../contract/learning-routes.ts';
import { badgeBindings } from './badge-bindings.ts';
import { mountBadges } from './badges/mount-badges.ts';
import { certificateBindings } from './certificate-bindings.ts';
import { giveReceipt } from './commands/give-receipt.ts';
import { redeemReceipt } from './commands/redeem-receipt.ts';
import { forgetLearner, joinOrganisation } from './commands/join-organisation.ts';
import { addOrganisation, drawCode, fillSlot } from './commands/organisations.ts';
import { saveSteps } from './commands/save-steps.ts';
import { forgetRested } from './jobs/forget-rested.ts';
import { remindLearners } from './jobs/remind-learners.ts';
import { remindTraining } from './jobs/remind-training.ts';
import { sendInvitations } from './jobs/send-invitations.ts';
import { readFigures } from './queries/read-figures.ts';
import { readLearner } from './queries/read-learner.ts';
import { mountLaunches } from './launch/mount-launches.ts';
import { mountPackageFiles } from './launch/mount-package-files.ts';
import { mountRecords } from './records/mount-records.ts';
import { listOrganisations, listSlotValues } from './store/organisation-store.ts';
import { ownBindings } from './own-bindings.ts';
import { draftBindings } from './draft-bindings.ts';
import { exportBindings } from './export-bindings.ts';
import { packageBindings } from './package-bindings.ts';
import { partnerBindings } from './partner-bindings.ts';
import { peopleBindings } from './people-bindings.ts';
import { sourceBindings } from './source-bindings.ts';
import { teachingBindings } from './teaching-bindings.ts';
import { totalBindings } from './total-bindings.ts';
import { trainingBindings } from './training-bindings.ts';
import { materialBindings } from './material-bindings.ts';
import { workshopBindings } from './workshop-bindings.ts';

/** The module learning, as the composition root registers it. */
export const learningServer: ServerModule = {
  name: 'learning',
  schemas: ['learning'],
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [forgetRested, remindTraining, sendInvitations, remindLearners],
  mounts: [mountRecords, mountLaunches, mountPackageFiles, mountBadges],
  routes: [
    ...trainingBindings,
    ...teachingBindings,
    ...sourceBindings,
    ...totalBindings,
    ...certificateBindings,
    ...badgeBindings,
    ...materialBindings,
    ...workshopBindings,
    ...packageBindings,
    ...exportBindings,
    ...peopleBindings,
    ...partnerBindings,
    ...ownBindings,
    ...draftBindings,
    bind(learningRoutes.joinOrganisation, (context, { input }) => joinOrganisation(context, input.code)),
    bind(learningRoutes.readLearner, (context, { query }) => readLearner(context, query.course)),
    bind(learningRoutes.saveSteps, (context, request) => saveSteps(context, request)),
    bind(learningRoutes.forgetLearner, (context) => forgetLearner(context)),
    bind(learningRoutes.giveReceipt, (context, request) => giveReceipt(context, request)),
    bind(learningRoutes.redeemReceipt, (context, { input }) =>
      redeemReceipt({ ...context, by: context.user }, input.receipt, { within: null, beside: input.beside }),
    ),
    bind(learningRoutes.listOrganisations, async ({ tx, tenant }) => {
      const organisations = await listOrganisations(tx, tenant);
      const values = await listSlotValues(tx, tenant, null);
      const slotsOf = (id: string) =>
        values.filter(({ organisation }) => organisation === id).map(({ organisation: _of, ...value }) => value);
      return ok({ organisations: organisations.map((one) => ({ ...one, slots: slotsOf(one.id) })) });
    }),
    bind(learningRoutes.addOrganisation, (context, { input }) => addOrganisation(context, input)),
    bind(learningRoutes.drawCode, (context, { params }) => drawCode(context, params.organisation)),
    bind(learningRoutes.fillSlot, (context, { params, input }) => fillSlot(context, params.organisation, input)),
    bind(figureRoutes.readFigures, async (context, { query }) => ok(await readFigures(context, Number(query.year)))),
  ],
};

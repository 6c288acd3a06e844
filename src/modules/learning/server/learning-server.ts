import { civilDate, ok } from '#platform/base';
import { bind, type ServerModule } from '#platform/server/http';
import { learningRoutes } from '../contract/learning-routes.ts';
import { hideSmall, sumFinished } from '../model/open/count/hide-small.ts';
import { checkCertificate, issueCertificate } from './commands/issue-certificate.ts';
import { forgetLearner, joinOrganisation } from './commands/join-organisation.ts';
import { addOrganisation, drawCode, fillSlot } from './commands/organisations.ts';
import { saveSteps } from './commands/save-steps.ts';
import { forgetRested } from './jobs/forget-rested.ts';
import { remindTraining } from './jobs/remind-training.ts';
import { readLearner } from './queries/read-learner.ts';
import { mountRecords } from './records/mount-records.ts';
import { countLearners } from './store/count-store.ts';
import { listOrganisations, listSlotValues } from './store/organisation-store.ts';
import { trainingBindings } from './training-bindings.ts';
import { workshopBindings } from './workshop-bindings.ts';

/** The module learning, as the composition root registers it. */
export const learningServer: ServerModule = {
  name: 'learning',
  schemas: ['learning'],
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [forgetRested, remindTraining],
  mounts: [mountRecords],
  routes: [
    ...trainingBindings,
    ...workshopBindings,
    bind(learningRoutes.joinOrganisation, (context, { input }) => joinOrganisation(context, input.code)),
    bind(learningRoutes.readLearner, (context, { query }) => readLearner(context, query.course)),
    bind(learningRoutes.saveSteps, (context, request) => saveSteps(context, request)),
    bind(learningRoutes.forgetLearner, (context) => forgetLearner(context)),
    bind(learningRoutes.issueCertificate, (context, { input }) => issueCertificate(context, input)),
    bind(learningRoutes.checkCertificate, (context, { input }) => checkCertificate(context, input)),
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
    bind(learningRoutes.countLearners, async ({ tx, tenant }, { query }) => {
      const span = { from: civilDate(`${query.year}-01-01`), until: civilDate(`${query.year}-12-31`) };
      const counted = await countLearners(tx, tenant, span);
      const organisations = new Set(counted.filter(({ finished }) => finished > 0).map((row) => row.organisation)).size;
      return ok({ figures: [...hideSmall(counted)], finished: sumFinished(counted), organisations });
    }),
  ],
};

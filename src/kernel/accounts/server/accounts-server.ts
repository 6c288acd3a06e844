import { bind, type ServerModule } from '#platform/server/http';
import { ok, refuse } from '#platform/base';
import { sessionRoutes } from '../contract/session-routes.ts';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import { appendDirectory, readDirectory } from './commands/append-directory.ts';
import { foundTenant, startFounding } from './commands/found-tenant.ts';
import {
  answerInvitation,
  createInvitation,
  readInvitation,
  rejectAnswer,
  startEnrolment,
  voidInvitation,
} from './commands/invitations.ts';
import {
  changePassphrase,
  listSessions,
  revokeSession,
  revokeSessionsOf,
  readKeyring,
  saveKeyring,
  signOut,
  startPassphraseChange,
} from './commands/change-passphrase.ts';
import { finishSignIn, startSignIn } from './commands/sign-in.ts';
import { finishStepUp, startStepUp } from './commands/step-up.ts';
import { clearExpired } from './jobs/clear-expired.ts';
import { listInvitations, listUsers } from './queries/list-people.ts';
import { readDemoKits, readEntrance } from './queries/read-entrance.ts';
import { readMe } from './queries/read-me.ts';

/** Accounts for the composition root: tables of schemas `accounts` and `keys`, and every route. */
export const accountsServer: ServerModule = {
  name: 'accounts',
  schemas: ['accounts', 'keys'],
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [clearExpired],
  routes: [
    bind(tenantRoutes.readEntrance, (context) => readEntrance(context)),
    bind(tenantRoutes.startFounding, (context, { input }) => startFounding(context, input)),
    bind(tenantRoutes.foundTenant, (context, { input }) => foundTenant(context, input)),
    bind(tenantRoutes.createInvitation, (context, { input }) => createInvitation(context, input)),
    bind(tenantRoutes.listInvitations, (context) => listInvitations(context)),
    bind(tenantRoutes.rejectAnswer, (context, { params }) => rejectAnswer(context, params.id)),
    bind(tenantRoutes.voidInvitation, (context, { params }) => voidInvitation(context, params.id)),
    bind(tenantRoutes.readInvitation, (context, { params }) => readInvitation(context, params.id)),
    bind(tenantRoutes.startEnrolment, (context, { params, input }) => startEnrolment(context, params.id, input)),
    bind(tenantRoutes.answerInvitation, (context, { params, input }) => answerInvitation(context, params.id, input)),
    bind(tenantRoutes.appendDirectory, (context, { input }) => appendDirectory(context, input)),
    bind(tenantRoutes.readDirectory, (context) => readDirectory(context)),
    bind(tenantRoutes.listUsers, (context) => listUsers(context)),
    bind(tenantRoutes.readDemoKits, (context) => readDemoKits(context)),
    bind(sessionRoutes.startSignIn, (context, { input }) => startSignIn(context, input)),
    bind(sessionRoutes.finishSignIn, (context, { input }) => finishSignIn(context, input)),
    bind(sessionRoutes.startStepUp, (context, { input }) => startStepUp(context, input.request)),
    bind(sessionRoutes.finishStepUp, (context, { input }) => finishStepUp(context, input)),
    bind(sessionRoutes.signOut, (context) => signOut(context)),
    bind(sessionRoutes.readMe, async ({ tx, tenant, user }) => {
      const me = await readMe(tx, tenant, user);
      return me ? ok(me) : refuse({ type: 'SignInNeeded' });
    }),
    bind(sessionRoutes.listSessions, (context) => listSessions(context)),
    bind(sessionRoutes.revokeSession, (context, { params }) => revokeSession(context, params.session)),
    bind(sessionRoutes.revokeSessionsOf, (context, { params }) => revokeSessionsOf(context, params.user)),
    bind(sessionRoutes.startPassphraseChange, (context, { input }) => startPassphraseChange(context, input.request)),
    bind(sessionRoutes.changePassphrase, (context, { input }) => changePassphrase(context, input)),
    bind(sessionRoutes.readKeyring, (context) => readKeyring(context)),
    bind(sessionRoutes.saveKeyring, (context, { input }) => saveKeyring(context, input)),
  ],
};

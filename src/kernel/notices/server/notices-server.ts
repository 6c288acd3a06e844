import { ok, toHour } from '#platform/base';
import { bind, type ServerModule } from '#platform/server/http';
import { noticeRoutes } from '../contract/notice-routes.ts';
import { askForMail, changeMailHour, confirmMail, readMailChoice, stopMail } from './commands/mail-choice.ts';
import { forgetPassedNotices } from './jobs/forget-passed.ts';
import { sendCode } from './jobs/send-code.ts';
import { sendMail } from './jobs/send-mail.ts';
import { tellUnusualReading } from './jobs/tell-unusual-reading.ts';
import { countUnseen, listNoticesOf, markSeen } from './store/notice-store.ts';

/** The area notices, as the composition root registers it. */
export const noticesServer: ServerModule = {
  name: 'notices',
  schemas: ['notices'],
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [sendMail, sendCode, forgetPassedNotices, tellUnusualReading],
  routes: [
    bind(noticeRoutes.listNotices, async ({ tx, tenant, user }) => {
      const notices = await listNoticesOf(tx, tenant, user);
      const unseen = await countUnseen(tx, tenant, user);
      return ok({ notices: notices.map(({ raised, ...rest }) => ({ ...rest, raisedHour: toHour(raised) })), unseen });
    }),
    bind(noticeRoutes.seeNotices, async ({ tx, tenant, user }, { input }) => {
      await markSeen(tx, tenant, user, input.ids);
      return ok(undefined);
    }),
    bind(noticeRoutes.readMailChoice, async (context) => ok(await readMailChoice(context))),
    bind(noticeRoutes.askForMail, (context, { input }) => askForMail(context, input)),
    bind(noticeRoutes.confirmMail, (context, { input }) => confirmMail(context, input.code)),
    bind(noticeRoutes.changeMailHour, (context, { input }) => changeMailHour(context, input)),
    bind(noticeRoutes.stopMail, (context) => stopMail(context)),
  ],
};

import { ok } from '#platform/base';
import { bind, type BoundRoute } from '#platform/server/http';
import { peopleRoutes } from '../contract/people-routes.ts';
import { invitePeople, renewLink, saveRule, withdrawPeople } from './commands/invite-people.ts';
import { lookAtInvitation, openInvitation } from './commands/open-invitation.ts';
import { openOwnDesk } from './desk.ts';
import { listPeople } from './queries/list-people.ts';

/** The routes about people of our own organisation who were invited, bound to what they do. */
export const peopleBindings: readonly BoundRoute[] = [
  bind(peopleRoutes.listPeople, async (context, { query }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? ok(await listPeople(desk.value, query.after ?? null)) : desk;
  }),
  bind(peopleRoutes.exportPeople, async (context, { input }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? ok(await listPeople(desk.value, input.after ?? null)) : desk;
  }),
  bind(peopleRoutes.invitePeople, async (context, { input }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? invitePeople(desk.value, input) : desk;
  }),
  bind(peopleRoutes.renewInvitation, async (context, { params }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? renewLink(desk.value, params.invitation) : desk;
  }),
  bind(peopleRoutes.withdrawInvitations, async (context, { input }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? withdrawPeople(desk.value, input.ids) : desk;
  }),
  bind(peopleRoutes.savePeopleRule, async (context, { input }) => {
    const desk = await openOwnDesk(context);
    return desk.ok ? saveRule(desk.value, input) : desk;
  }),
  bind(peopleRoutes.lookAtInvitation, (context, { input }) => lookAtInvitation(context, input.secret)),
  bind(peopleRoutes.openInvitation, (context, { input }) => openInvitation(context, input.secret)),
];

import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate } from '#platform/base';
import type { OrganisationId } from '../model/open/count/learning-ids.ts';
import type { PartnerCoordinatorId } from '../model/open/people/partner-coordinator-id.ts';
import { learningRoutes } from './learning-routes.ts';
import {
  fromWhom,
  invitationId,
  invited,
  linkSecret,
  newRule,
  peopleList,
  toInvite,
  whichInvitations,
} from './people-shapes.ts';

// Brands are given here, where the text has just been checked.
const organisation = z.custom<OrganisationId>((value) => typeof value === 'string' && isId(value));
const coordinator = z.custom<PartnerCoordinatorId>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);

const byCookie = {
  none: 'a coordinator of a partner has no account; the cookie that came with the link says whose',
} as const;
const bySecret = { none: 'whoever was given the link of a coordinator may open it, once' } as const;
const noted = { none: 'the command writes it down itself, under the id of the coordinator of the partner' } as const;
const looked = { none: 'labels and how they stand, for whoever looks after them' } as const;
const rate = { per: 'address', limit: 600, windowMinutes: 60 } as const;
const link = z.strictObject({ secret: linkSecret, until: day });

/** What whoever looks after the people of a partner may do, and how we let them in. Secrets travel in bodies alone. */
export const partnerRoutes = {
  listPartnerCoordinators: defineRoute({
    name: 'listPartnerCoordinators',
    method: 'GET',
    path: '/api/learning/organisations/:organisation/coordinators',
    params: z.strictObject({ organisation }),
    output: z.strictObject({
      coordinators: z.array(
        z.strictObject({
          id: coordinator,
          label: z.string(),
          /** Browsers that may come in. */
          browsers: z.int(),
          /** Until when a link is open that nobody has opened yet. */
          linkUntil: day.nullable(),
        }),
      ),
    }),
    permission: 'learning.appoint-coordinator',
    audit: { none: 'labels of those whom we let in ourselves' },
    refusals: ['NotFound'],
  }),
  appointPartnerCoordinator: defineRoute({
    name: 'appointPartnerCoordinator',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/coordinators',
    params: z.strictObject({ organisation }),
    input: z.strictObject({ id: coordinator, label: z.string().trim().min(1).max(60) }),
    output: link,
    permission: 'learning.appoint-coordinator',
    stepUp: true,
    audit: 'learning.partner-coordinator-appointed',
    refusals: ['NotFound', 'CoordinatorTaken'],
  }),
  renewPartnerLink: defineRoute({
    name: 'renewPartnerLink',
    method: 'POST',
    path: '/api/learning/coordinators/:coordinator/link',
    params: z.strictObject({ coordinator }),
    output: link,
    permission: 'learning.appoint-coordinator',
    stepUp: true,
    audit: 'learning.partner-link-renewed',
    refusals: ['NotFound'],
  }),
  endPartnerCoordinator: defineRoute({
    name: 'endPartnerCoordinator',
    method: 'DELETE',
    path: '/api/learning/coordinators/:coordinator',
    params: z.strictObject({ coordinator }),
    output: 'nothing',
    small: true,
    permission: 'learning.end-coordinator',
    audit: 'learning.partner-coordinator-ended',
    refusals: ['NotFound'],
  }),
  enterAsPartner: defineRoute({
    name: 'enterAsPartner',
    method: 'POST',
    path: '/api/learning/partner',
    input: z.strictObject({ secret: linkSecret }),
    output: 'nothing',
    permission: bySecret,
    audit: noted,
    rate: { ...rate, limit: 60 },
    refusals: ['PartnerLinkEnded', 'TooManyTries'],
  }),
  leaveAsPartner: defineRoute({
    name: 'leaveAsPartner',
    method: 'DELETE',
    path: '/api/learning/partner',
    output: 'nothing',
    small: true,
    permission: byCookie,
    audit: { none: 'a browser gives back what let it in' },
    refusals: [],
  }),
  listPartnerPeople: defineRoute({
    name: 'listPartnerPeople',
    method: 'GET',
    path: '/api/learning/partner/people',
    query: fromWhom,
    output: peopleList,
    permission: byCookie,
    audit: looked,
    refusals: ['PartnerUnknown'],
  }),
  invitePartnerPeople: defineRoute({
    name: 'invitePartnerPeople',
    method: 'POST',
    path: '/api/learning/partner/people',
    input: toInvite,
    output: invited,
    permission: byCookie,
    audit: noted,
    rate,
    refusals: ['PartnerUnknown', 'CourseUnknown', 'LabelTaken', 'MailOff', 'LettersSpent', 'TooManyTries'],
  }),
  renewPartnerInvitation: defineRoute({
    name: 'renewPartnerInvitation',
    method: 'POST',
    path: '/api/learning/partner/people/:invitation/link',
    params: z.strictObject({ invitation: invitationId }),
    output: invited,
    permission: byCookie,
    audit: noted,
    rate,
    refusals: ['PartnerUnknown', 'NotFound', 'InvitationOpened', 'TooManyTries'],
  }),
  withdrawPartnerInvitations: defineRoute({
    name: 'withdrawPartnerInvitations',
    method: 'POST',
    path: '/api/learning/partner/people/withdraw',
    input: whichInvitations,
    output: 'nothing',
    small: true,
    permission: byCookie,
    audit: noted,
    rate,
    refusals: ['PartnerUnknown', 'NotFound', 'TooManyTries'],
  }),
  savePartnerRule: defineRoute({
    name: 'savePartnerRule',
    method: 'PUT',
    path: '/api/learning/partner/people/rule',
    input: newRule,
    output: 'nothing',
    permission: byCookie,
    audit: noted,
    rate,
    refusals: ['PartnerUnknown', 'CourseUnknown', 'TooManyTries'],
  }),
  exportPartnerPeople: defineRoute({
    name: 'exportPartnerPeople',
    method: 'POST',
    path: '/api/learning/partner/people/export',
    input: fromWhom,
    output: peopleList,
    small: true,
    permission: byCookie,
    audit: noted,
    rate,
    refusals: ['PartnerUnknown', 'TooManyTries'],
  }),
  redeemPartnerReceipt: defineRoute({
    name: 'redeemPartnerReceipt',
    method: 'POST',
    path: '/api/learning/partner/receipts',
    input: z.strictObject({ receipt: z.string().max(60) }),
    output: learningRoutes.redeemReceipt.output,
    permission: byCookie,
    audit: noted,
    // 45 bits of a hash cannot be tried out at this pace.
    rate: { per: 'address', limit: 240, windowMinutes: 60 },
    refusals: ['PartnerUnknown', ...learningRoutes.redeemReceipt.refusals],
  }),
} as const;

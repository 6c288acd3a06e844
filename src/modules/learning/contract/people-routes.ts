import { z } from 'zod';
import { defineRoute } from '#platform/base';
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

const nobodyKnown = { none: 'a learner has no account; nothing of it says who did it' } as const;
const bySecret = { none: 'whoever was given the link of an invitation may open it' } as const;
/** A whole building may share an address; 128 bits cannot be tried out. */
const rate = { per: 'address', limit: 300, windowMinutes: 60 } as const;

/** Invitations of our own organisation, and what whoever has the link of one may do. Secrets travel in bodies alone. */
export const peopleRoutes = {
  listPeople: defineRoute({
    name: 'listPeople',
    method: 'GET',
    path: '/api/learning/people',
    query: fromWhom,
    output: peopleList,
    permission: 'learning.see-people',
    audit: { none: 'labels and how they stand, for whoever looks after them' },
    refusals: ['NoOwnOrganisation'],
  }),
  invitePeople: defineRoute({
    name: 'invitePeople',
    method: 'POST',
    path: '/api/learning/people',
    input: toInvite,
    output: invited,
    permission: 'learning.invite-people',
    audit: 'learning.people-invited',
    rate: { per: 'user', limit: 60, windowMinutes: 60 },
    refusals: ['NoOwnOrganisation', 'CourseUnknown', 'LabelTaken', 'MailOff', 'LettersSpent', 'TooManyTries'],
  }),
  renewInvitation: defineRoute({
    name: 'renewInvitation',
    method: 'POST',
    path: '/api/learning/people/:invitation/link',
    params: z.strictObject({ invitation: invitationId }),
    output: invited,
    permission: 'learning.invite-people',
    audit: 'learning.invitation-renewed',
    refusals: ['NoOwnOrganisation', 'NotFound', 'InvitationOpened'],
  }),
  withdrawInvitations: defineRoute({
    name: 'withdrawInvitations',
    method: 'POST',
    path: '/api/learning/people/withdraw',
    input: whichInvitations,
    output: 'nothing',
    small: true,
    permission: 'learning.invite-people',
    audit: 'learning.invitations-withdrawn',
    refusals: ['NoOwnOrganisation', 'NotFound'],
  }),
  savePeopleRule: defineRoute({
    name: 'savePeopleRule',
    method: 'PUT',
    path: '/api/learning/people/rule',
    input: newRule,
    output: 'nothing',
    permission: 'learning.invite-people',
    audit: 'learning.people-rule-saved',
    refusals: ['NoOwnOrganisation', 'CourseUnknown'],
  }),
  exportPeople: defineRoute({
    name: 'exportPeople',
    method: 'POST',
    path: '/api/learning/people/export',
    input: fromWhom,
    output: peopleList,
    small: true,
    permission: 'learning.export-people',
    audit: 'learning.people-exported',
    stepUp: true,
    refusals: ['NoOwnOrganisation'],
  }),
  lookAtInvitation: defineRoute({
    name: 'lookAtInvitation',
    method: 'POST',
    path: '/api/learning/invitations/look',
    input: z.strictObject({ secret: linkSecret }),
    output: z.strictObject({
      organisation: z.string(),
      course: z.string(),
      label: z.string(),
      /** Whether this browser is bound to it already. */
      mine: z.boolean(),
    }),
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['InvitationEnded', 'TooManyTries'],
  }),
  openInvitation: defineRoute({
    name: 'openInvitation',
    method: 'POST',
    path: '/api/learning/invitations/open',
    input: z.strictObject({ secret: linkSecret }),
    output: z.strictObject({ organisation: z.string(), course: z.string() }),
    permission: bySecret,
    audit: nobodyKnown,
    rate,
    refusals: ['InvitationEnded', 'BrowserTaken', 'JoinedElsewhere', 'TooManyTries'],
  }),
} as const;

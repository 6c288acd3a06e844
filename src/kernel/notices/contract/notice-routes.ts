import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate, type SpaceId } from '#platform/base';
import { noticeKinds, type NoticeId } from '../model/notice.ts';

// Brands are given here, where the text has just been checked.
const noticeId = z.custom<NoticeId>((value) => typeof value === 'string' && isId(value));
const spaceId = z.custom<SpaceId>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const hour = z.int().min(0).max(23);
const language = z.enum(['en', 'nl']);

const row = z.strictObject({
  id: noticeId,
  kind: z.enum(noticeKinds),
  subject: z.string(),
  space: spaceId.nullable(),
  date: day.nullable(),
  urgent: z.boolean(),
  raisedHour: z.string(),
  seen: z.boolean(),
});

const choice = z.strictObject({
  /** Whether this installation sends mail at all. */
  available: z.boolean(),
  state: z.enum(['off', 'waiting', 'on']),
  /** The address as its owner recognises it; null when there is none. */
  masked: z.string().nullable(),
  hour,
  language,
  /** Why the last mail did not arrive, as a code; null when it did. */
  problem: z.string().nullable(),
});

/** The routes of notices: one's own, and whether and when mail says that there are some. */
export const noticeRoutes = {
  listNotices: defineRoute({
    name: 'listNotices',
    method: 'GET',
    path: '/api/notices',
    output: z.strictObject({ notices: z.array(row), unseen: z.int() }),
    permission: 'notice.own',
    audit: { none: 'a person reads what is new for them; the rows hold neither name nor story' },
    refusals: [],
  }),
  seeNotices: defineRoute({
    name: 'seeNotices',
    method: 'POST',
    path: '/api/notices/seen',
    input: z.strictObject({ ids: z.array(noticeId).min(1).max(200) }),
    output: 'nothing',
    permission: 'notice.own',
    audit: { none: 'looking at a list is not an act upon anything' },
    refusals: [],
  }),
  readMailChoice: defineRoute({
    name: 'readMailChoice',
    method: 'GET',
    path: '/api/notices/mail',
    output: choice,
    permission: 'notice.own',
    audit: { none: 'a person looks at their own settings' },
    refusals: [],
  }),
  askForMail: defineRoute({
    name: 'askForMail',
    method: 'PUT',
    path: '/api/notices/mail',
    input: z.strictObject({ address: z.email().max(254), hour, language }),
    output: choice,
    permission: 'notice.own',
    audit: 'notice.mail-asked',
    rate: { per: 'user', limit: 5, windowMinutes: 60 },
    refusals: ['MailNotSetUp', 'TooManyTries'],
  }),
  confirmMail: defineRoute({
    name: 'confirmMail',
    method: 'POST',
    path: '/api/notices/mail/confirm',
    input: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    output: choice,
    permission: 'notice.own',
    audit: 'notice.mail-confirmed',
    rate: { per: 'user', limit: 20, windowMinutes: 60 },
    refusals: ['CodeWrong', 'CodeOver', 'TooManyTries'],
  }),
  changeMailHour: defineRoute({
    name: 'changeMailHour',
    method: 'PUT',
    path: '/api/notices/mail/hour',
    input: z.strictObject({ hour, language }),
    output: choice,
    permission: 'notice.own',
    audit: { none: 'when one is told says nothing about what' },
    refusals: ['NotFound'],
  }),
  stopMail: defineRoute({
    name: 'stopMail',
    method: 'DELETE',
    path: '/api/notices/mail',
    output: 'nothing',
    permission: 'notice.own',
    audit: 'notice.mail-stopped',
    refusals: [],
  }),
} as const;

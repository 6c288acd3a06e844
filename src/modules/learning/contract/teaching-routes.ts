import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import type { GatheringId } from '#kernel/gatherings';
import type { TrainingPartId } from '../model/open/standing/training-ids.ts';
import type { LicenceId } from '../model/open/teaching/licence-id.ts';
import type { ReleasedWorkshop } from '../model/open/workshop/released-workshop.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const courseId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const lacking = z.strictObject({ course: z.boolean(), training: z.boolean(), sessions: z.int() });
const licence = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('held'), until: day }),
  z.strictObject({ state: z.literal('lapsed'), since: day, lacking }),
  z.strictObject({ state: z.literal('missing'), lacking }),
]);
const rule = z.strictObject({
  course: courseId,
  courseMonths: z.int().min(1).max(120).nullable(),
  part: idOf<TrainingPartId>(),
  coTaught: z.int().min(0).max(10),
  months: z.int().min(1).max(60),
});

/** The licence to teach, and what it opens. */
export const teachingRoutes = {
  readGuide: defineRoute({
    name: 'readGuide',
    method: 'GET',
    path: '/api/learning/sessions/:gathering/guide',
    params: z.strictObject({ gathering: idOf<GatheringId>() }),
    query: z.strictObject({ language: z.enum(['en', 'nl']) }),
    output: z.strictObject({
      startsAt: z.iso.datetime(),
      /** Written by our own build from the files of the workshop. */
      guide: z.custom<ReleasedWorkshop>((value) => typeof value === 'object' && value !== null),
    }),
    permission: 'learning.see-workshops',
    audit: { none: 'what is said and shown in a workshop, which holds nothing about anybody' },
    refusals: ['NotFound'],
  }),
  readOwnTeaching: defineRoute({
    name: 'readOwnTeaching',
    method: 'GET',
    path: '/api/learning/teaching/mine',
    output: z.strictObject({
      licences: z.array(z.strictObject({ course: courseId, licence })),
      /** For whom whoever asks may sign: they taught a session together that is over. */
      toSign: z.array(
        z.strictObject({ gathering: idOf<GatheringId>(), user: idOf<UserId>(), title: z.string(), on: day }),
      ),
      /** What they signed and may still take back. */
      signed: z.array(
        z.strictObject({ gathering: idOf<GatheringId>(), user: idOf<UserId>(), title: z.string(), on: day }),
      ),
    }),
    permission: 'learning.own-training',
    audit: { none: 'a person reads how they stand themselves, and with whom they taught' },
    refusals: [],
  }),
  listTeaching: defineRoute({
    name: 'listTeaching',
    method: 'GET',
    path: '/api/learning/teaching',
    output: z.strictObject({
      rules: z.array(rule),
      people: z.array(z.strictObject({ user: idOf<UserId>(), course: courseId, licence })),
      /** Courses of which so few hold a licence that one may be given. */
      mayGive: z.array(courseId),
    }),
    permission: 'learning.see-training',
    audit: 'learning.licences-listed',
    refusals: [],
  }),
  setTeachingRule: defineRoute({
    name: 'setTeachingRule',
    method: 'PUT',
    path: '/api/learning/teaching',
    input: rule,
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.teaching-ruled',
    refusals: ['NotFound'],
  }),
  signCoTaught: defineRoute({
    name: 'signCoTaught',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/trainers/:user/signature',
    params: z.strictObject({ gathering: idOf<GatheringId>(), user: idOf<UserId>() }),
    input: z.strictObject({}),
    output: 'nothing',
    permission: 'learning.sign-teaching',
    audit: 'learning.co-taught-signed',
    stepUp: true,
    refusals: ['NotFound', 'OwnStanding', 'NoLicence', 'SignedAlready'],
  }),
  takeBackSignature: defineRoute({
    name: 'takeBackSignature',
    method: 'DELETE',
    path: '/api/learning/sessions/:gathering/trainers/:user/signature',
    params: z.strictObject({ gathering: idOf<GatheringId>(), user: idOf<UserId>() }),
    output: 'nothing',
    permission: 'learning.sign-teaching',
    audit: 'learning.co-taught-taken-back',
    stepUp: true,
    refusals: ['NotFound', 'SignatureStays'],
  }),
  giveLicence: defineRoute({
    name: 'giveLicence',
    method: 'POST',
    path: '/api/learning/people/:user/licences',
    params: z.strictObject({ user: idOf<UserId>() }),
    input: z.strictObject({ id: idOf<LicenceId>(), course: courseId }),
    output: 'nothing',
    permission: 'learning.give-licence',
    audit: 'learning.licence-given',
    stepUp: true,
    refusals: ['NotFound', 'OwnStanding', 'LicencesThere'],
  }),
} as const;

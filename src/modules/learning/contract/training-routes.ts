import { z } from 'zod';
import { daysInMonth, defineRoute, isId, parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import { roles } from '#kernel/access';
import { exemptionReasons } from '../model/open/standing/requirement.ts';
import type {
  EquivalentId,
  ExemptionId,
  ProgrammeId,
  ProofId,
  RequirementId,
  TrainingPartId,
} from '../model/open/standing/training-ids.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const courseId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const name = z.string().trim().min(2).max(80);
const months = z.int().min(1).max(120);
const renewalDays = z.int().min(0).max(366);
/** A day of every year, so never 29 February. */
const dayOfYear = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((text) => Number(text.slice(3)) <= daysInMonth(2001, Number(text.slice(0, 2))));

const equivalent = z.strictObject({ id: idOf<EquivalentId>(), name, months: months.nullable() });
const part = z.strictObject({ id: idOf<TrainingPartId>(), course: courseId.nullable(), name: name.nullable() });
const programme = z.strictObject({
  id: idOf<ProgrammeId>(),
  name,
  parts: z.array(part.extend({ equivalents: z.array(equivalent) })),
  needed: z.int(),
});
const validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), months, renewalDays }),
  z.strictObject({ kind: z.literal('calendar'), ends: dayOfYear, renewalDays }),
  z.strictObject({ kind: z.literal('always') }),
]);
const requirement = z.strictObject({
  id: idOf<RequirementId>(),
  role: z.enum(roles),
  programme: idOf<ProgrammeId>(),
  from: day,
  validity,
});
const grounds = z.array(idOf<ProofId>());
const lacking = z.array(idOf<TrainingPartId>());
const standing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('valid'), until: day.nullable(), grounds }),
  z.strictObject({ state: z.literal('due'), by: day, grounds }),
  z.strictObject({ state: z.literal('lapsed'), since: day, lacking }),
  z.strictObject({ state: z.literal('missing'), lacking }),
  z.strictObject({ state: z.literal('exempt'), until: day, lacking }),
]);
const proof = z.strictObject({
  id: idOf<ProofId>(),
  of: z.union([
    z.strictObject({ course: courseId, version: z.string() }),
    // With a version where a receipt of a package said one.
    z.strictObject({ part: idOf<TrainingPartId>(), version: z.string().optional() }),
  ]),
  equivalent: idOf<EquivalentId>().nullable(),
  on: day,
  /** Null for what our own player knows. */
  recordedBy: idOf<UserId>().nullable(),
  draft: z.boolean(),
});
const exemption = z.strictObject({
  id: idOf<ExemptionId>(),
  requirement: idOf<RequirementId>(),
  reason: z.enum(exemptionReasons),
  from: day,
  until: day,
});
const person = z.strictObject({
  user: idOf<UserId>(),
  standings: z.array(z.strictObject({ requirement: idOf<RequirementId>(), standing })),
  proofs: z.array(proof),
  exemptions: z.array(exemption),
});
const programmes = z.array(programme);
const requirements = z.array(requirement);
const retake = z.strictObject({ course: courseId, below: z.int().min(1).max(999), endsOn: day });

/** What is asked of whom before a case is given, and how everybody stands to it. Never how they learned it. */
export const trainingRoutes = {
  listTraining: defineRoute({
    name: 'listTraining',
    method: 'GET',
    path: '/api/learning/training',
    output: z.strictObject({ programmes, requirements, retakes: z.array(retake), people: z.array(person) }),
    permission: 'learning.see-training',
    audit: 'learning.training-listed',
    refusals: [],
  }),
  readOwnTraining: defineRoute({
    name: 'readOwnTraining',
    method: 'GET',
    path: '/api/learning/training/mine',
    output: z.strictObject({
      ...{ programmes, requirements, retakes: z.array(retake), person },
      /** Whether what this browser learns counts for whoever asks. */
      learnsHere: z.boolean(),
    }),
    permission: 'learning.own-training',
    audit: { none: 'a person reads what is asked of themselves' },
    refusals: [],
  }),
  learnAsColleague: defineRoute({
    name: 'learnAsColleague',
    method: 'POST',
    path: '/api/learning/training/mine',
    input: z.strictObject({}),
    output: 'nothing',
    permission: 'learning.own-training',
    audit: 'learning.began-as-colleague',
    refusals: ['NoOwnOrganisation', 'Stale'],
  }),
  makeProgramme: defineRoute({
    name: 'makeProgramme',
    method: 'POST',
    path: '/api/learning/programmes',
    input: z
      .strictObject({
        id: idOf<ProgrammeId>(),
        name,
        parts: z
          .array(part.refine((one) => (one.course === null) !== (one.name === null)))
          .min(1)
          .max(20),
        needed: z.int().min(1).max(20),
      })
      .refine(({ parts, needed }) => needed <= parts.length, { path: ['needed'] }),
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.programme-made',
    refusals: ['ProgrammeTaken'],
  }),
  takeEquivalent: defineRoute({
    name: 'takeEquivalent',
    method: 'POST',
    path: '/api/learning/parts/:part/equivalents',
    params: z.strictObject({ part: idOf<TrainingPartId>() }),
    input: equivalent,
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.equivalent-taken',
    refusals: ['NotFound'],
  }),
  askTraining: defineRoute({
    name: 'askTraining',
    method: 'POST',
    path: '/api/learning/requirements',
    input: requirement,
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.training-asked',
    refusals: ['RequirementTaken'],
  }),
  askNoMore: defineRoute({
    name: 'askNoMore',
    method: 'DELETE',
    path: '/api/learning/requirements/:requirement',
    params: z.strictObject({ requirement: idOf<RequirementId>() }),
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.training-asked-no-more',
    refusals: ['NotFound'],
  }),
  askRetake: defineRoute({
    name: 'askRetake',
    method: 'POST',
    path: '/api/learning/retakes',
    input: retake,
    output: 'nothing',
    permission: 'learning.require',
    audit: 'learning.retake-asked',
    refusals: ['DayPassed', 'RetakeTaken'],
  }),
  recordProof: defineRoute({
    name: 'recordProof',
    method: 'POST',
    path: '/api/learning/people/:user/proofs',
    params: z.strictObject({ user: idOf<UserId>() }),
    input: z.strictObject({
      id: idOf<ProofId>(),
      part: idOf<TrainingPartId>(),
      equivalent: idOf<EquivalentId>().nullable(),
      on: day,
    }),
    output: 'nothing',
    permission: 'learning.record-proof',
    audit: 'learning.proof-recorded',
    refusals: ['NotFound', 'DayInFuture', 'OwnStanding'],
  }),
  withdrawProof: defineRoute({
    name: 'withdrawProof',
    method: 'DELETE',
    path: '/api/learning/proofs/:proof',
    params: z.strictObject({ proof: idOf<ProofId>() }),
    output: 'nothing',
    permission: 'learning.record-proof',
    audit: 'learning.proof-withdrawn',
    refusals: ['NotFound'],
  }),
  exempt: defineRoute({
    name: 'exempt',
    method: 'POST',
    path: '/api/learning/people/:user/exemptions',
    params: z.strictObject({ user: idOf<UserId>() }),
    input: z.strictObject({
      id: idOf<ExemptionId>(),
      requirement: idOf<RequirementId>(),
      reason: z.enum(exemptionReasons),
      until: day,
    }),
    output: 'nothing',
    permission: 'learning.exempt',
    audit: 'learning.exempted',
    stepUp: true,
    refusals: ['NotFound', 'ExemptionTooLong', 'OwnStanding'],
  }),
} as const;

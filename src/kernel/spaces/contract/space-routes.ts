import { z } from 'zod';
import { defineRoute, isId } from '#platform/base';

const id = z.string().refine(isId, 'not an id');
const hash = z.string().length(43);
const number = z.int().min(0).max(2_000_000_000);
/** A sealed record holds at most 256 KiB of plaintext; padding, base64url and the header add a good half. */
const envelope = z.string().max(420_000);
const signed = z.string().max(16_000);
const wrap = z.string().max(2_000);

/** One signed operation with what it describes: ciphertext, open values, keys for the people it names. */
const appended = z.strictObject({
  jws: signed,
  envelope: envelope.optional(),
  coded: z.unknown().optional(),
  wraps: z
    .array(z.strictObject({ recipient: z.union([id, z.literal('recovery')]), epoch: number, wrap }))
    .max(200)
    .optional(),
});

const space = z.strictObject({ space: id });
const record = z.strictObject({ space: id, record: id });

/** The newest version of a record as it is served. */
const served = z.strictObject({
  id,
  version: number,
  type: z.string(),
  seq: number,
  envelope: envelope.nullable(),
});

/** The routes of sealed spaces. A space is created by appending its first operation. */
export const spaceRoutes = {
  appendOperations: defineRoute({
    name: 'appendOperations',
    method: 'POST',
    path: '/api/spaces/:space/operations',
    params: space,
    input: z.strictObject({ operations: z.array(appended).min(1).max(60) }),
    output: z.strictObject({ seq: number, head: hash }),
    permission: 'space.append',
    audit: 'space.appended',
    beginsEarly: true,
    bodyLimit: 6 * 1024 * 1024,
    refusals: [
      'NotFound',
      'Stale',
      'OperationInvalid',
      'NotPermitted',
      'TooFewMembers',
      'RotationMissing',
      'KeyNotCurrent',
      'RoleEnded',
      'TrainingNotValid',
      'StateForbids',
      'AttestationMissing',
      'CodeNameTaken',
      'BodyInvalid',
    ],
  }),
  readSpace: defineRoute({
    name: 'readSpace',
    method: 'GET',
    path: '/api/spaces/:space',
    params: space,
    query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
    output: z.strictObject({
      id,
      kind: z.string(),
      epoch: number,
      seq: number,
      head: hash,
      coded: z.unknown(),
      wraps: z.array(z.strictObject({ epoch: number, wrap })),
      operations: z.array(signed),
      records: z.array(served),
      more: z.boolean(),
    }),
    permission: 'space.open',
    audit: 'space.opened',
    reading: { of: 'subjects', perHour: 1_500 },
    refusals: ['NotFound', 'ReadingPaused'],
  }),
  readHeads: defineRoute({
    name: 'readHeads',
    method: 'GET',
    path: '/api/spaces',
    query: z.strictObject({
      kind: z.string().max(20),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(250).default(250),
    }),
    output: z.strictObject({
      spaces: z.array(
        z.strictObject({
          id,
          relation: z.string(),
          epoch: number,
          seq: number,
          head: hash,
          coded: z.unknown(),
          wrap: wrap.nullable(),
          keyOperation: signed.nullable(),
          headOperation: signed.nullable(),
          headEnvelope: envelope.nullable(),
        }),
      ),
      next: id.nullable(),
    }),
    permission: 'space.list',
    audit: 'space.heads-read',
    reading: { of: 'answers', perHour: 3_000 },
    refusals: ['ReadingPaused'],
  }),
  readVersions: defineRoute({
    name: 'readVersions',
    method: 'GET',
    path: '/api/spaces/:space/records/:record/versions',
    params: record,
    output: z.strictObject({
      versions: z.array(z.strictObject({ version: number, seq: number, jws: signed, envelope: envelope.nullable() })),
    }),
    permission: 'space.open',
    audit: 'space.history-read',
    reading: { of: 'answers', perHour: 1_500 },
    refusals: ['NotFound', 'ReadingPaused'],
  }),
  putDocument: defineRoute({
    name: 'putDocument',
    method: 'PUT',
    path: '/api/spaces/:space/documents/:record',
    params: record,
    query: z.strictObject({ sha256: hash }),
    input: 'bytes',
    output: z.strictObject({ size: number }),
    permission: 'space.append',
    audit: 'space.document-received',
    bodyLimit: 30 * 1024 * 1024,
    refusals: ['NotFound', 'NotPermitted', 'HashMismatch', 'SpaceFull', 'IdTaken', 'StorageFull', 'TooLarge'],
  }),
  getDocument: defineRoute({
    name: 'getDocument',
    method: 'GET',
    path: '/api/spaces/:space/documents/:record',
    params: record,
    output: 'bytes',
    permission: 'space.open',
    audit: 'space.document-read',
    reading: { of: 'answers', perHour: 1_500 },
    refusals: ['NotFound', 'ReadingPaused'],
  }),
} as const;

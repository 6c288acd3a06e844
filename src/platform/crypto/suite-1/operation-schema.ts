import { z } from 'zod';
import { isId, type RecordId, type SpaceId, type TenantId, type UserId } from '#platform/base';

// An id's brand says only that it has the form of one; the refinement has just seen that.
const idOf = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const number = z.int().min(0).max(2_000_000_000);
const hour = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00Z$/);
const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const thumbprinted = { user: idOf<UserId>(), thumbprint: hash };
const attestations = z.array(word).max(12).optional();

const common = {
  v: z.literal(1),
  suite: z.literal(1),
  tenant: idOf<TenantId>(),
  case: idOf<SpaceId>(),
  seq: number.min(1),
  prev: hash.nullable(),
  author: idOf<UserId>(),
  epoch: number.min(1),
  tenantHead: hash.nullable(),
  time: hour,
};
const noRecord = { record: z.null(), version: z.null(), ctHash: z.null() };
const noCoded = { codedHash: z.null() };

const coded = z.strictObject({ act: word.optional(), attestations });

/** One signed operation of a space's log (security design, section 5); the shape of its body depends on its kind. */
export const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    ...noRecord,
    codedHash: hash.nullable(),
    kind: z.literal('create'),
    body: z.strictObject({
      spaceKind: word,
      commitment: hash,
      members: z
        .array(z.strictObject({ ...thumbprinted, relation: word }))
        .min(1)
        .max(200),
      recovery: hash,
      act: word.optional(),
      attestations,
    }),
  }),
  z.strictObject({
    ...common,
    ...noCoded,
    kind: z.literal('put'),
    record: idOf<RecordId>(),
    version: number.min(1),
    ctHash: hash,
    body: z.strictObject({ type: word }),
  }),
  z.strictObject({
    ...common,
    ...noCoded,
    kind: z.literal('delete'),
    record: idOf<RecordId>(),
    version: number.min(1),
    ctHash: z.null(),
    body: z.strictObject({ type: word }),
  }),
  z.strictObject({ ...common, ...noRecord, codedHash: hash, kind: z.literal('coded'), body: coded }),
  z.strictObject({ ...common, ...noRecord, codedHash: hash, kind: z.literal('close'), body: coded }),
  z.strictObject({
    ...common,
    ...noRecord,
    ...noCoded,
    kind: z.literal('grant'),
    body: z.strictObject({ ...thumbprinted, relation: word, commitment: hash, reason: word, attestations }),
  }),
  z.strictObject({
    ...common,
    ...noRecord,
    ...noCoded,
    kind: z.literal('revoke'),
    body: z.strictObject({ user: idOf<UserId>() }),
  }),
  z.strictObject({
    ...common,
    ...noRecord,
    ...noCoded,
    kind: z.literal('rotate'),
    body: z.strictObject({
      commitment: hash,
      members: z.array(z.strictObject(thumbprinted)).min(1).max(200),
      recovery: hash,
    }),
  }),
]);

/** A parsed operation. `hold`, `export`, `erase` and `restore` of the design are not served yet. */
export type OperationPayload = z.infer<typeof operationSchema>;
/** The kinds of operation that are served. */
export type OperationKind = OperationPayload['kind'];
/** A parsed operation of one kind. */
export type OperationOf<Kind extends OperationKind> = Extract<OperationPayload, { kind: Kind }>;

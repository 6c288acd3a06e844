import { z } from 'zod';
import { defineRoute, isId, parseCivilDate, type CivilDate, type UserId } from '#platform/base';
import type { OrganisationId } from '../model/open/count/learning-ids.ts';
import { packageFormats } from '../model/open/package-out/lay-out-package.ts';
import type { ProofId, TrainingPartId } from '../model/open/standing/training-ids.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string' && parseCivilDate(value) !== null);
const courseId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
const ofOrganisation = z.strictObject({ organisation: idOf<OrganisationId>() });

/** Packages of our courses that leave for an organisation, and what a receipt of one may be good for. */
export const exportRoutes = {
  keepExport: defineRoute({
    name: 'keepExport',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/exports',
    params: ofOrganisation,
    input: z.strictObject({
      course: courseId,
      language,
      /** Of the files of the course that are put into the package. */
      digest: z.string().max(100),
      format: z.enum(packageFormats),
      /** Whether people learn with it although it may not leave as published: else such a package is a trial, and gives no receipts. */
      inEarnest: z.boolean(),
    }),
    /** What the package makes receipts with; null for a trial. */
    output: z.strictObject({
      receipts: z.strictObject({ number: z.string(), key: z.string(), since: day }).nullable(),
    }),
    permission: 'learning.organise',
    audit: 'learning.package-made',
    refusals: ['NotFound', 'Stale'],
  }),
  listExports: defineRoute({
    name: 'listExports',
    method: 'GET',
    path: '/api/learning/organisations/:organisation/exports',
    params: ofOrganisation,
    output: z.strictObject({
      exports: z.array(
        z.strictObject({
          number: z.string(),
          course: z.string(),
          title: z.string(),
          version: z.string(),
          language: z.string(),
          format: z.enum(packageFormats),
          madeOn: day,
          revokedOn: day.nullable(),
        }),
      ),
    }),
    permission: 'learning.organise',
    audit: { none: 'which packages were made; nothing of who learned' },
    refusals: [],
  }),
  revokeExport: defineRoute({
    name: 'revokeExport',
    method: 'PUT',
    path: '/api/learning/exports/:number/revoked',
    params: z.strictObject({ number: z.string().max(60) }),
    input: z.strictObject({}),
    output: 'nothing',
    permission: 'learning.organise',
    audit: 'learning.package-receipts-ended',
    refusals: ['NotFound'],
  }),
  vouchReceipt: defineRoute({
    name: 'vouchReceipt',
    method: 'POST',
    path: '/api/learning/receipts/vouch',
    input: z.strictObject({
      receipt: z.string().max(60),
      id: idOf<ProofId>(),
      user: idOf<UserId>(),
      part: idOf<TrainingPartId>(),
    }),
    output: 'nothing',
    permission: 'learning.record-proof',
    audit: 'learning.receipt-vouched',
    rate: { per: 'user', limit: 240, windowMinutes: 60 },
    refusals: [
      'ReceiptUnreadable',
      'ReceiptUnknown',
      'ReceiptAltered',
      'ReceiptInFuture',
      'ExportRevoked',
      'ReceiptUncounted',
      'ReceiptVouched',
      'NotFound',
      'OwnStanding',
      'TooManyTries',
    ],
  }),
} as const;

import { z } from 'zod';
import { defineRoute, isId, type CivilDate, type UserId } from '#platform/base';
import type { PackageId } from '../model/open/launch/launch-ids.ts';
import { playableKinds } from '../model/open/play/package-item.ts';
import type { OpeningId } from '../model/open/play/opening-id.ts';
import { elementPattern, fitsCaps, valueCaps } from '../model/open/play/scorm-values.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const day = z.custom<CivilDate>((value) => typeof value === 'string');
const one = z.strictObject({ package: idOf<PackageId>() });
const opening = z.strictObject({ opening: idOf<OpeningId>() });
const nothing = z.strictObject({});

/** Bytes of one piece of a file on its way here, and pieces of the largest one. */
export const uploadCaps = { piece: 4 * 1024 * 1024, pieces: 48 } as const;

const problem = z.strictObject({
  level: z.enum(['refusal', 'warning']),
  code: z.string(),
  /** The file or the id it is about. */
  where: z.string().nullable(),
});
const said = z.strictObject({
  completion: z.string().nullable(),
  success: z.string().nullable(),
  score: z.string().nullable(),
});
const itemState = z.enum(['new', 'begun', 'done', 'failed']);
const listed = z.strictObject({
  id: idOf<PackageId>(),
  kind: z.enum(playableKinds),
  title: z.string(),
  activities: z.int(),
  bytes: z.int(),
  importedOn: day,
  importedBy: idOf<UserId>(),
  warnings: z.array(problem),
  /** Its pages script each other, and this installation has no host for that. */
  needsHost: z.boolean(),
  /** How whoever asks stands to it; `doneOn` once it was done, for good. */
  mine: z.strictObject({ state: itemState, doneOn: day.nullable() }),
});
const item = z.strictObject({ title: z.string(), state: itemState, said });
const values = z.record(z.string().max(valueCaps.name).regex(elementPattern), z.string().max(valueCaps.value));
const fixed = z.record(z.string(), z.string());

/** Packages from elsewhere: brought by whoever leads, opened by everybody with an account (learning design, 7.2 and 7.3). */
export const packageRoutes = {
  listPackages: defineRoute({
    name: 'listPackages',
    method: 'GET',
    path: '/api/learning/packages',
    output: z.strictObject({ packages: z.array(listed) }),
    permission: 'learning.open-packages',
    audit: { none: 'what may be learned, and how far whoever asks is' },
    refusals: [],
  }),
  sendPiece: defineRoute({
    name: 'sendPiece',
    method: 'PUT',
    path: '/api/learning/packages/:package/pieces/:piece',
    // A number; what is none is refused once it is known who asks.
    params: one.extend({ piece: z.string() }),
    input: 'bytes',
    output: 'nothing',
    permission: 'learning.import-packages',
    audit: { none: 'a piece of a file that nobody has looked into yet; taking the whole is written down' },
    bodyLimit: uploadCaps.piece,
    refusals: ['PieceWrong', 'PackageTaken'],
  }),
  importPackage: defineRoute({
    name: 'importPackage',
    method: 'POST',
    path: '/api/learning/packages/:package',
    params: one,
    input: z.strictObject({ pieces: z.int().min(1).max(uploadCaps.pieces) }),
    /** `taken` says whether it is kept; everything found is told either way. */
    output: z.strictObject({
      taken: z.boolean(),
      kind: z.string(),
      title: z.string().nullable(),
      activities: z.int(),
      problems: z.array(problem),
    }),
    permission: 'learning.import-packages',
    audit: 'learning.package-looked-into',
    refusals: ['PieceWrong', 'PackageTaken'],
  }),
  removePackage: defineRoute({
    name: 'removePackage',
    method: 'DELETE',
    path: '/api/learning/packages/:package',
    params: one,
    output: 'nothing',
    permission: 'learning.import-packages',
    audit: 'learning.package-removed',
    refusals: ['NotFound'],
  }),
  readPackage: defineRoute({
    name: 'readPackage',
    method: 'GET',
    path: '/api/learning/packages/:package',
    params: one,
    output: z.strictObject({ package: listed, items: z.array(item), doneSaid: said.nullable() }),
    permission: 'learning.open-packages',
    audit: { none: 'how far whoever asks is' },
    refusals: ['NotFound'],
  }),
  openPackage: defineRoute({
    name: 'openPackage',
    method: 'POST',
    path: '/api/learning/packages/:package/openings',
    params: one,
    input: z.strictObject({ item: z.int().min(0).max(100_000) }),
    output: z.strictObject({
      opening: idOf<OpeningId>(),
      /** Where the part lies, for as long as it is open: a path on this host, or an address on the one for packages. */
      address: z.string(),
      /** Which state is gone on with; null where the part speaks to the record store by itself. */
      play: z.strictObject({ version: z.int(), values, fixed }).nullable(),
    }),
    permission: 'learning.open-packages',
    audit: { none: 'when and how somebody learns is their own' },
    refusals: ['NotFound', 'NeedsOwnHost', 'LiesElsewhere'],
  }),
  keepPlay: defineRoute({
    name: 'keepPlay',
    method: 'PUT',
    path: '/api/learning/openings/:opening/state',
    params: opening,
    input: z.strictObject({ version: z.int().min(0), values: values.refine(fitsCaps) }),
    output: z.strictObject({ version: z.int(), state: itemState, said }),
    permission: 'learning.open-packages',
    audit: { none: 'when and how somebody learns is their own' },
    bodyLimit: 1024 * 1024,
    refusals: ['NotFound', 'OpeningOver', 'PlayedElsewhere'],
  }),
  endOpening: defineRoute({
    name: 'endOpening',
    method: 'PUT',
    path: '/api/learning/openings/:opening/end',
    params: opening,
    input: nothing,
    output: 'nothing',
    permission: 'learning.open-packages',
    audit: { none: 'when and how somebody learns is their own' },
    small: true,
    refusals: ['NotFound'],
  }),
} as const;

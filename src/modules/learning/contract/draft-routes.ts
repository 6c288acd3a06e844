import { z } from 'zod';
import { defineRoute, isId, type UserId } from '#platform/base';
import type { DraftId } from '../model/open/edit/draft-id.ts';
import { fitsFile, folderCaps, isCourseFile } from '../model/open/folder/course-folder.ts';
import { signOffRoles } from '../model/open/source/course-source.ts';
import { idText } from '../model/open/source/part-shapes.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const one = z.strictObject({ draft: idOf<DraftId>() });
// What is no name of a picture is refused once it is known who asks.
const picture = one.extend({ name: z.string() });
const path = z.string().refine(isCourseFile);
const file = z.string().refine(fitsFile);
/** More than anybody saves, and what a column of whole numbers holds. */
const mostVersions = 2_147_483_647;
/** The version that was seen: whoever has not seen the last one changes nothing. */
const seen = z.strictObject({ version: z.coerce.number().int().min(0).max(mostVersions) });
const counted = z.strictObject({ version: z.int() });

const last = { version: z.int(), changedAt: z.string(), changedBy: idOf<UserId>() };

/** Drafts of courses: kept as the files of their folders, for whoever writes courses (learning design, 2). */
export const draftRoutes = {
  listDrafts: defineRoute({
    name: 'listDrafts',
    method: 'GET',
    path: '/api/learning/drafts',
    output: z.strictObject({
      installed: z.array(
        z.strictObject({
          id: z.string(),
          version: z.string(),
          digest: z.string(),
          titles: z.record(z.string(), z.string()),
        }),
      ),
      drafts: z.array(z.strictObject({ id: idOf<DraftId>(), course: z.string(), title: z.string(), ...last })),
    }),
    permission: 'learning.author',
    audit: { none: 'which courses and drafts there are' },
    refusals: [],
  }),
  beginDraft: defineRoute({
    name: 'beginDraft',
    method: 'POST',
    path: '/api/learning/drafts/:draft',
    params: one,
    input: z.strictObject({
      /** An installed course. */
      course: idText.max(60),
      /** Into what it is adapted and by whom; null where the same course goes on. */
      fork: z.strictObject({ id: idText.max(60), by: z.string().trim().min(1).max(120) }).nullable(),
    }),
    output: 'nothing',
    permission: 'learning.author',
    audit: 'learning.draft-begun',
    refusals: ['IdTaken', 'CourseUnknown', 'LicenceForbids', 'CourseNameTaken'],
  }),
  takeDraft: defineRoute({
    name: 'takeDraft',
    method: 'PUT',
    path: '/api/learning/drafts/:draft/folder',
    params: one,
    input: 'bytes',
    /** `taken` says whether it is kept; everything found is told either way: of a cartridge, each part that was not taken over. */
    output: z.strictObject({
      taken: z.boolean(),
      problems: z.array(z.strictObject({ code: z.string(), where: z.string().nullable() })),
    }),
    permission: 'learning.author',
    audit: 'learning.draft-looked-into',
    // A folder holds less; a cartridge brings pictures and films along, which are left.
    bodyLimit: 32_000_000,
    // It is read whole.
    rate: { limit: 120, windowMinutes: 60, per: 'user' },
    refusals: ['IdTaken'],
  }),
  readDraft: defineRoute({
    name: 'readDraft',
    method: 'GET',
    path: '/api/learning/drafts/:draft',
    params: one,
    output: z.strictObject({
      ...last,
      files: z.record(z.string(), z.string()),
      pictures: z.array(z.strictObject({ name: z.string(), bytes: z.int(), addresses: z.array(z.string()) })),
    }),
    permission: 'learning.author',
    audit: { none: 'a draft holds nobody’s data' },
    refusals: ['NotFound'],
  }),
  saveDraft: defineRoute({
    name: 'saveDraft',
    method: 'PUT',
    path: '/api/learning/drafts/:draft',
    params: one,
    input: z.strictObject({
      /** The version that was changed: whoever has not seen the last one changes nothing. */
      version: z.int().min(0).max(mostVersions),
      /** Files as they are now; null where one went. What is not named stays. */
      files: z.record(path, file.nullable()),
      title: z.string().max(200),
    }),
    output: counted,
    permission: 'learning.author',
    audit: { none: 'a step of an author; who changed a draft last is kept with it' },
    bodyLimit: 2 * 1024 * 1024,
    refusals: ['NotFound', 'DraftChanged', 'DraftTooLarge', 'VersionSigned', 'SignaturesNotYours'],
  }),
  putPicture: defineRoute({
    name: 'putPicture',
    method: 'PUT',
    path: '/api/learning/drafts/:draft/pictures/:name',
    params: picture,
    query: seen,
    input: 'bytes',
    output: counted,
    permission: 'learning.author',
    audit: { none: 'a step of an author; who changed a draft last is kept with it' },
    bodyLimit: folderCaps.picture,
    refusals: ['NotFound', 'DraftChanged', 'VersionSigned', 'PictureUnsafe', 'PictureNameTaken', 'DraftTooLarge'],
  }),
  readPicture: defineRoute({
    name: 'readPicture',
    method: 'GET',
    path: '/api/learning/drafts/:draft/pictures/:name',
    params: picture,
    output: 'bytes',
    permission: 'learning.author',
    audit: { none: 'a draft holds nobody’s data' },
    refusals: ['NotFound'],
  }),
  dropPicture: defineRoute({
    name: 'dropPicture',
    method: 'DELETE',
    path: '/api/learning/drafts/:draft/pictures/:name',
    params: picture,
    query: seen,
    output: counted,
    permission: 'learning.author',
    audit: { none: 'a step of an author; who changed a draft last is kept with it' },
    refusals: ['NotFound', 'DraftChanged', 'VersionSigned'],
  }),
  signDraft: defineRoute({
    name: 'signDraft',
    method: 'POST',
    path: '/api/learning/drafts/:draft/signatures',
    params: one,
    input: z
      .strictObject({
        version: z.int().min(0).max(mostVersions),
        language: z.string().max(20),
        role: z.enum(signOffRoles),
        /** What was read, or why a group is still waited for; never who. */
        remark: z.string().trim().min(1).max(400),
        waiting: z.boolean(),
      })
      .refine(({ role, waiting }) => !waiting || role === 'survivors'),
    output: counted,
    permission: 'learning.sign-course',
    stepUp: true,
    audit: 'learning.draft-signed',
    refusals: ['NotFound', 'DraftChanged', 'DraftUnreadable', 'LanguageUnknown'],
  }),
  unsignDraft: defineRoute({
    name: 'unsignDraft',
    method: 'DELETE',
    path: '/api/learning/drafts/:draft/signatures/:language/:role',
    // What is no role is refused once it is known who asks.
    params: one.extend({ language: z.string(), role: z.string() }),
    query: seen,
    output: counted,
    permission: 'learning.sign-course',
    stepUp: true,
    audit: 'learning.draft-unsigned',
    refusals: ['NotFound', 'DraftChanged', 'DraftUnreadable'],
  }),
  removeDraft: defineRoute({
    name: 'removeDraft',
    method: 'DELETE',
    path: '/api/learning/drafts/:draft',
    params: one,
    query: seen,
    output: 'nothing',
    permission: 'learning.author',
    audit: 'learning.draft-removed',
    refusals: ['NotFound', 'DraftChanged'],
  }),
} as const;

import { z } from 'zod';
import { defineRoute, isId, type CivilDate } from '#platform/base';
import type { GatheringId } from '#kernel/gatherings';
import { materialCaps, materialKinds, packKinds, type MaterialId } from '../model/open/workshop/material.ts';

// Brands are given here, where the text has just been checked.
const idOf = <Id>() => z.custom<Id>((value) => typeof value === 'string' && isId(value));
const session = z.strictObject({ gathering: idOf<GatheringId>() });
const material = session.extend({ material: idOf<MaterialId>() });
const title = z.string().trim().min(1).max(120);
const shown = z.enum(['before', 'after']);
const instant = z.iso.datetime();
const code = z.string().max(40);
/** The version that was seen last; 0 for something new. */
const seen = z.coerce.number().int().min(0).max(materialCaps.versions);
const fact = { title: z.string(), name: z.string(), kind: z.enum(materialKinds), bytes: z.int() };
const byCode = { none: 'whoever was given the code of a session may read what its people were given' } as const;
const nobodyKnown = { none: 'whoever reads has no account; nothing says who read what' } as const;
/** A whole building may share an address. */
const rate = { per: 'address', limit: 300, windowMinutes: 60 } as const;

/**
 * What is given out at workshops: attached and chosen by whoever leads a session, read by its people with a code. Who leads is looked at
 * by the commands; to everybody else a session and what belongs to it are not there.
 */
export const materialRoutes = {
  listMaterials: defineRoute({
    name: 'listMaterials',
    method: 'GET',
    path: '/api/learning/sessions/:gathering/materials',
    params: session,
    output: z.strictObject({
      materials: z.array(
        z.strictObject({
          id: idOf<MaterialId>(),
          title: z.string(),
          /** The newest first. */
          versions: z.array(z.strictObject({ ...fact, version: z.int(), addedAt: instant })),
          /** What people of this session read, and from when on; null where they do not. */
          given: z.strictObject({ version: z.int(), shown }).nullable(),
        }),
      ),
      /** Pages of the facilitator pack that can be given out as they are. */
      pages: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      /** Slides and cards of it, as sets: which, and how many are in it. */
      sets: z.array(z.strictObject({ part: z.enum(['slides', 'cards']), of: z.string(), count: z.int() })),
      /** On which day the code was drawn that is good now. */
      codeOn: z.custom<CivilDate>((value) => typeof value === 'string').nullable(),
    }),
    permission: 'learning.see-workshops',
    audit: { none: 'what is given out holds nobody’s data' },
    refusals: ['NotFound'],
  }),
  addMaterial: defineRoute({
    name: 'addMaterial',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/materials/:material/file',
    params: material,
    query: z.strictObject({ title, name: z.string().min(1).max(200), seen }),
    input: 'bytes',
    output: z.strictObject({ version: z.int() }),
    permission: 'learning.see-workshops',
    audit: 'learning.material-added',
    bodyLimit: materialCaps.bytes,
    refusals: ['NotFound', 'MaterialChanged', 'FileNotAllowed', 'MaterialsFull'],
  }),
  addPage: defineRoute({
    name: 'addPage',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/materials/:material/page',
    params: material,
    // `page` is the id of a page, or which of the slides or cards.
    input: z.strictObject({
      part: z.enum(packKinds),
      page: z.string().max(60),
      title,
      seen: z.int().min(0).max(materialCaps.versions),
    }),
    output: z.strictObject({ version: z.int() }),
    permission: 'learning.see-workshops',
    audit: 'learning.material-added',
    refusals: ['NotFound', 'MaterialChanged', 'PageUnknown', 'MaterialsFull'],
  }),
  giveMaterial: defineRoute({
    name: 'giveMaterial',
    method: 'PUT',
    path: '/api/learning/sessions/:gathering/materials/:material',
    params: material,
    input: z.strictObject({
      given: z.strictObject({ version: z.int().min(1).max(materialCaps.versions), shown }).nullable(),
    }),
    output: 'nothing',
    permission: 'learning.see-workshops',
    audit: 'learning.material-given',
    refusals: ['NotFound'],
  }),
  removeMaterial: defineRoute({
    name: 'removeMaterial',
    method: 'DELETE',
    path: '/api/learning/sessions/:gathering/materials/:material',
    params: material,
    output: 'nothing',
    permission: 'learning.plan-workshops',
    audit: 'learning.material-removed',
    refusals: ['NotFound'],
  }),
  readMaterial: defineRoute({
    name: 'readMaterial',
    method: 'GET',
    path: '/api/learning/sessions/:gathering/materials/:material/:version',
    // What is no number of a version is refused once it is known who asks.
    params: material.extend({ version: z.string() }),
    output: 'bytes',
    permission: 'learning.see-workshops',
    audit: { none: 'what is given out holds nobody’s data' },
    refusals: ['NotFound'],
  }),
  drawMaterialCode: defineRoute({
    name: 'drawMaterialCode',
    method: 'POST',
    path: '/api/learning/sessions/:gathering/materials-code',
    params: session,
    input: z.strictObject({}),
    output: z.strictObject({ code: z.string() }),
    permission: 'learning.see-workshops',
    audit: 'learning.material-code-drawn',
    refusals: ['NotFound'],
  }),
  lookAtMaterials: defineRoute({
    name: 'lookAtMaterials',
    method: 'POST',
    path: '/api/learning/attend/materials',
    input: z.strictObject({ code }),
    output: z.strictObject({
      title: z.string(),
      startsAt: instant,
      endsAt: instant,
      materials: z.array(z.strictObject({ id: idOf<MaterialId>(), ...fact })),
      /** How many more there will be when the session is over. */
      later: z.int(),
    }),
    permission: byCode,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['CodeUnknown', 'TooManyTries'],
  }),
  takeMaterial: defineRoute({
    name: 'takeMaterial',
    method: 'POST',
    path: '/api/learning/attend/material',
    input: z.strictObject({ code, material: idOf<MaterialId>() }),
    output: 'bytes',
    permission: byCode,
    audit: nobodyKnown,
    rate,
    small: true,
    refusals: ['CodeUnknown', 'TooManyTries'],
  }),
} as const;

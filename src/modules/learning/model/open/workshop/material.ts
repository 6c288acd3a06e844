import type { Brand } from '#platform/base';

/** Id of something that is given out at a workshop; random. */
export type MaterialId = Brand<string, 'MaterialId'>;

/** Kinds of what is given out: files as they are kept everywhere, and pages, slides and cards of the facilitator pack. */
export const materialKinds = [
  'pdf',
  'docx',
  'odt',
  'xlsx',
  'jpeg',
  'png',
  'webp',
  'text',
  'page',
  'slides',
  'cards',
] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** Kinds that are no files: they are read on the page. */
export const packKinds = ['page', 'slides', 'cards'] as const;
export type PackKind = (typeof packKinds)[number];

export function isOfPack(kind: MaterialKind): kind is PackKind {
  return packKinds.some((one) => one === kind);
}

/** Bounds: bytes of one file, of everything of one workshop in all versions, things of one workshop, and versions of one thing. */
export const materialCaps = { bytes: 10 * 1_048_576, sum: 100 * 1_048_576, perWorkshop: 30, versions: 30 } as const;

/** So many days after a session its people may still read what they were given. */
export const materialDays = 30;

const day = 86_400_000;

/**
 * Whether people of a session may read something at a moment: what is for before as soon as it is chosen, what is for after when the
 * session is over; both until thirty days after it, and nothing of one that does not take place.
 */
export function isMaterialOpen(
  { endsAt, state }: { readonly endsAt: Date; readonly state: string },
  shown: 'before' | 'after',
  now: Date,
): boolean {
  if (state === 'cancelled' || now.getTime() > endsAt.getTime() + materialDays * day) return false;
  return shown === 'before' || now >= endsAt;
}

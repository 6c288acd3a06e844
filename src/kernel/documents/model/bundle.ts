import type { FileKind } from './file-kind.ts';

/** Limits of one bundle. */
export const bundleLimits = { pages: 300, bytes: 100 * 1_048_576 } as const;

/** Kinds that can be a part as they are. WEBP is turned into PNG first; office files are saved as PDF by hand. */
export const bundleKinds = ['pdf', 'jpeg', 'png', 'text'] as const satisfies readonly FileKind[];
export type BundleKind = (typeof bundleKinds)[number];

/** Whether a kind can be a part of a bundle. */
export function isBundleKind(kind: FileKind): kind is BundleKind {
  return bundleKinds.some((one) => one === kind);
}

/** One part: a paper with the title of its sheet and what is said about it. */
export interface BundlePart {
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  readonly note?: string;
  /** Degrees clockwise by which every page of the part is turned. */
  readonly turn?: Turn;
}

/** Quarter turns, in degrees clockwise. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

/** A part that is not there yet; it is listed in the contents. */
export interface FollowingPart {
  readonly title: string;
  readonly note?: string;
}

/**
 * Words of a bundle in its language, with places in braces: `stamp` has {page} and {pages}, `stampPart`
 * also {part}, `part` has {part}.
 */
export interface BundleWords {
  readonly contents: string;
  readonly letter: string;
  readonly part: string;
  readonly page: string;
  readonly follows: string;
  readonly stamp: string;
  readonly stampPart: string;
}

/** Where a part stands in the bundle; numbers as printed, from 1. */
export interface PartPlace {
  readonly title: string;
  readonly firstPage: number;
  readonly pages: number;
}

/** Puts values in the places of a phrase of `BundleWords`. */
export function fillPlaces(phrase: string, values: Readonly<Record<string, number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
    String(Object.hasOwn(values, key) ? values[key] : whole),
  );
}

/** Why no bundle is made. `part` counts from 1 as in the contents; 0 is the cover letter. */
export type BundleRefusal =
  | { readonly type: 'BundleEmpty' }
  | { readonly type: 'BundleTooManyPages'; readonly pages: number }
  | { readonly type: 'BundleTooLarge' }
  | { readonly type: 'PartKindNotPrintable'; readonly part: number }
  | { readonly type: 'PartEncrypted'; readonly part: number }
  | { readonly type: 'PartUnreadable'; readonly part: number }
  | { readonly type: 'SignsNotInFont'; readonly where: string; readonly signs: readonly string[] };

import { compareVersions } from '#kernel/procedures';
import type { SignOff } from './sign-off-records.ts';

/** The rules that are asked about: one version of a pack, by its hash. */
export interface SignedRules {
  readonly pack: string;
  readonly version: string;
  readonly hash: string;
}

/**
 * Whether rules are signed off: `signed` these very rules; `other-rules` the same version with other rules, which is never the
 * same thing; `older` an older version; `withdrawn` this version once, and withdrawn since; `none` nothing of this.
 */
export type SignOffState<Item> =
  | { readonly state: 'signed'; readonly items: readonly Item[] }
  | { readonly state: 'other-rules' | 'older' | 'withdrawn'; readonly item: Item }
  | { readonly state: 'none' };

/** Judges the sign-offs of a pack, whatever their order. A sign-off of a newer version says nothing of these rules. */
export function signOffState<Item extends { readonly content: SignOff }>(
  items: readonly Item[],
  { pack, version, hash }: SignedRules,
): SignOffState<Item> {
  const own = items.filter(({ content }) => content.pack === pack).toSorted(byDay);
  const standing = own.filter(({ content }) => content.withdrawn === null);
  const here = standing.filter(({ content }) => content.version === version);
  const signed = here.filter(({ content }) => content.hash === hash);
  if (signed.length > 0) return { state: 'signed', items: signed };
  const other = here.at(-1);
  if (other) return { state: 'other-rules', item: other };
  const withdrawn = own.findLast(({ content }) => content.version === version && content.withdrawn !== null);
  if (withdrawn) return { state: 'withdrawn', item: withdrawn };
  const older = standing
    .filter(({ content }) => compareVersions(content.version, version) < 0)
    .toSorted((left, right) => compareVersions(left.content.version, right.content.version))
    .at(-1);
  return older ? { state: 'older', item: older } : { state: 'none' };
}

function byDay(left: { readonly content: SignOff }, right: { readonly content: SignOff }): number {
  return left.content.on < right.content.on ? -1 : left.content.on > right.content.on ? 1 : 0;
}

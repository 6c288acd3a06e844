import { canonicalJson, type CanonicalValue } from '#platform/base';
import type { Pack } from '#kernel/procedures';

/** The frozen text of a pack: canonical JSON and a line end, the same bytes for the same pack. */
export function packText(pack: Pack): string {
  // A pack is made of strings, safe integers, booleans, lists and objects without undefined members only.
  return `${canonicalJson(pack as unknown as CanonicalValue)}\n`;
}

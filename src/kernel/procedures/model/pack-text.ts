import { canonicalJson, type CanonicalValue } from '#platform/base';
import type { Pack } from './pack.ts';

/** The frozen text of a pack: canonical JSON and a line end, the same bytes for the same pack; what is hashed and signed off. */
export function packText(pack: Pack): string {
  // A pack is made of strings, safe integers, booleans, lists and objects without undefined members only.
  return `${canonicalJson(pack as unknown as CanonicalValue)}\n`;
}

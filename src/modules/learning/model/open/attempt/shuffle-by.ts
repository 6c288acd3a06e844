import type { PartId } from '../source/part-id.ts';

/** The same things in an order that only the seed decides: the same for one attempt wherever it is shown. */
export function shuffleBy<Part extends { readonly id: PartId }>(seed: string, parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part) => ({ part, at: spread(`${seed}/${part.id}`) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ part }) => part);
}

/** FNV-1a with a last stir, so that ids that differ in one letter lie far apart; no secret. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/** One of two sides that only the seed decides. */
export function tossBy(seed: string): boolean {
  return spread(seed) % 2 === 0;
}

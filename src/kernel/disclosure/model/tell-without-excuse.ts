import { ok, type Result } from '#platform/base';
import { isSameRange, type Range } from './count-rule.ts';
import type { DisclosureRefusal } from './disclosure-refusal.ts';
import { findProof, type RangeOf } from './find-proof.ts';
import type { ReleasedFigure } from './release.ts';

/** What was known before, and what is known now; the notes among it are what one person wrote down. */
export interface Excusing {
  readonly before: readonly ReleasedFigure[];
  readonly figures: readonly ReleasedFigure[];
  readonly notes: ReadonlySet<ReleasedFigure>;
}

/** What figures tell of a group, and which. */
export interface Told {
  readonly range: Range;
  readonly by: readonly ReleasedFigure[];
}

/**
 * Of a group that was known just as well before: what the new figures tell of it without the notes that told it, one proof after the other. Null
 * where it was released, or where what is told without those notes is fine.
 */
export function tellWithoutExcuse(
  rangeOf: RangeOf,
  { before, figures, notes }: Excusing,
  isFine: (range: Range) => boolean,
): Result<Told | null, DisclosureRefusal> {
  const released = before.filter((figure) => !notes.has(figure));
  if (released.length === before.length) return ok(null);
  const known = rangeOf(before);
  if (!known.ok) return known;
  const certain = rangeOf(released);
  if (!certain.ok) return certain;
  // What releases prove alone no note excuses.
  if (isSameRange(certain.value, known.value)) return ok(null);
  const old = new Set(before);
  for (let left = new Set(before); ;) {
    const was = rangeOf([...left]);
    if (!was.ok) return was;
    const kept = left;
    const by = figures.filter((figure) => kept.has(figure) || !old.has(figure));
    const now = rangeOf(by);
    if (!now.ok) return now;
    if (isFine(now.value)) return ok(null);
    if (!isSameRange(was.value, now.value)) return ok({ range: now.value, by });
    const proof = findProof(rangeOf, [...kept], was.value);
    if (!proof.ok) return proof;
    const excuses = new Set(proof.value.filter((figure) => notes.has(figure)));
    if (excuses.size === 0) return ok(null);
    left = new Set([...kept].filter((figure) => !excuses.has(figure)));
  }
}

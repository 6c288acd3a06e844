import { z } from 'zod';
import { day, line, words } from './told.ts';

const versions = z
  .array(z.strictObject({ id: line(80), version: line(40) }))
  .min(1)
  .max(10);

/** In words, and never blank. */
const reason = words(1_000).refine((text) => text.trim() !== '', 'blank');

/**
 * That a case was moved to other versions of its packs: which it stood on before, and why. Written once with the journey that
 * it changes, and never again; the versions before stay readable here and in the history of the journey.
 */
export const move1 = z.strictObject({ on: day, from: versions, to: versions, reason });
export type PackMove = z.infer<typeof move1>;

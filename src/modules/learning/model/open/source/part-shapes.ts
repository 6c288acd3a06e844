import { z } from 'zod';
import type { PartId } from './part-id.ts';

/** How ids in the files of a course are written. */
export const idText = z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, figures and hyphens');

// The same at run time; that it was read by this schema is what makes it one.
export const partId = idText as unknown as z.ZodType<PartId>;

/** An objective of a course: `O1`. */
export const objectiveId = z.string().regex(/^O\d+$/, 'O and a number');

/** Hundredths, from a least one on. */
export function shareOf(least: number): z.ZodType<number> {
  return z.number().min(least).max(100);
}

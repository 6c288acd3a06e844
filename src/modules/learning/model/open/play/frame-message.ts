import { z } from 'zod';
import { elementPattern, valueCaps } from './scorm-values.ts';

/** Stands in every message of a page of a package, so that others are left alone. */
export const frameMark = 'baken-scorm';

const shape = z.discriminatedUnion('act', [
  z.strictObject({ mark: z.literal(frameMark), act: z.literal('begin') }),
  z.strictObject({
    mark: z.literal(frameMark),
    act: z.literal('set'),
    element: z.string().max(valueCaps.name).regex(elementPattern),
    value: z.string().max(valueCaps.value),
  }),
  z.strictObject({ mark: z.literal(frameMark), act: z.literal('commit') }),
  z.strictObject({ mark: z.literal(frameMark), act: z.literal('finish') }),
]);

/** What a page of a package says to the page around it. */
export type FrameMessage = z.output<typeof shape>;

/** A message of a package, which may be anything: null for what is none of ours, or too large. */
export function readFrameMessage(said: unknown): FrameMessage | null {
  const read = shape.safeParse(said);
  return read.success ? read.data : null;
}

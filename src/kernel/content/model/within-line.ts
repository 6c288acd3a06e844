import type { Inline } from './rich-text.ts';

/** What a line holds, itself first. */
export function withinLine(line: Inline): readonly Inline[] {
  return 'inside' in line ? [line, ...line.inside.flatMap(withinLine)] : [line];
}

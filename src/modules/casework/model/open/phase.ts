/** Where a case roughly stands; the pack's own stage is sealed (casework design, 1.2). */
export const phases = [
  'start',
  'reflection',
  'awaiting',
  'permit',
  'extension',
  'remedy',
  'continued',
  'ended',
] as const;
export type Phase = (typeof phases)[number];

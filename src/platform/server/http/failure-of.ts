import { isDatabaseGone, isDiskFull } from '../db/index.ts';

/** What is told of an exception: that there is no room, that the database was lost on the way, or that it is a defect. */
export function failureOf(error: unknown): 'StorageFull' | 'Interrupted' | 'Defect' {
  if (isDiskFull(error)) return 'StorageFull';
  return isDatabaseGone(error) ? 'Interrupted' : 'Defect';
}

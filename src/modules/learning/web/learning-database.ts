import { openDeviceDatabase, type WithinStore } from '#platform/web/state';

/** Which runs there are, and what else is known of this browser. */
export const attempts = 'attempts';
/** Every step, by run, device and number. */
export const events = 'events';

/** What this browser keeps of courses, in IndexedDB. */
export function learningDatabase(): WithinStore<typeof attempts | typeof events> {
  return openDeviceDatabase('baken-learning', { [attempts]: null, [events]: ['attempt', 'device', 'seq'] });
}

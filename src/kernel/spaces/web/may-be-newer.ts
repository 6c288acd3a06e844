import type { AnyRefusal } from '#platform/base';

/** What a log says of people whom the directory of keys did not know yet when this tab loaded it. */
const newer = ['UnknownAuthor', 'KeyNotCurrent'];

/** Whether a refusal may only mean that somebody joined since the directory of keys was loaded. */
export function mayBeNewer({ type }: AnyRefusal): boolean {
  return newer.includes(type);
}

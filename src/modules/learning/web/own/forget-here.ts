import { createIndexedAttemptStore } from '../attempt-store.ts';
import { createKnownMemory } from '../counted/known-memory.ts';
import { removeKept } from '../offline/remove-kept.ts';

const store = createIndexedAttemptStore();
const memory = createKnownMemory();

/** Takes away everything that this browser keeps of courses; what it cannot reach, as in some private windows, is not there. */
export async function forgetHere(courses: readonly string[]): Promise<void> {
  for (const course of courses) {
    await store.forget(course).catch(() => undefined);
    await memory.keep(course, null).catch(() => undefined);
    await memory.keepReceipt(course, null).catch(() => undefined);
  }
  await store.setCounted(false).catch(() => undefined);
  await removeKept().catch(() => undefined);
}

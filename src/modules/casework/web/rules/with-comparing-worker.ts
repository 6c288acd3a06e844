import type { Compare } from '#modules/casework/client';

/** Lends a worker that compares, and ends it with everything it was told, whatever comes of the work. */
export async function withComparingWorker<Value>(work: (compare: Compare) => Promise<Value>): Promise<Value> {
  const { compareAside } = await import('./compare-aside.ts');
  const aside = compareAside();
  try {
    return await work(aside.compare);
  } finally {
    aside.end();
  }
}

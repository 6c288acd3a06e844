import type { Pack } from '#kernel/procedures';
import { compareMove } from '#modules/casework/client';
import type { ToCompare } from './to-compare.ts';

// It holds no key, opens nothing and keeps no answer; it is ended by who began it.
let packs: readonly Pack[] = [];

self.addEventListener('message', ({ data }: MessageEvent<ToCompare>) => {
  if (data.kind === 'packs') {
    packs = data.packs;
    return;
  }
  const compared = compareMove(data.question, packs);
  self.postMessage({
    at: data.at,
    answer: compared.ok ? { ok: true, value: compared.value.differences } : compared,
  });
});

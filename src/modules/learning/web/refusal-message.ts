import type { Messages } from '#kernel/languages';

/** A refusal in words: what happened, what to do. */
export function refusalMessage(t: Messages, code: string): string {
  const key = `learning.refused.${code}`;
  return t(t.has(key) ? key : 'learning.refused.other');
}

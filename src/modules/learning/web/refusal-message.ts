import type { Messages } from '#kernel/languages';
import { en } from '../messages/en.ts';

/** A refusal in words: what happened, what to do. */
export function refusalMessage(t: Messages, code: string): string {
  const key = `learning.refused.${code}`;
  return t(Object.hasOwn(en, key) ? key : 'learning.refused.other');
}

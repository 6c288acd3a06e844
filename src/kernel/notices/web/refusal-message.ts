import type { Messages } from '#kernel/languages';
import { en } from '../messages/en.ts';

/** A refusal in words: what happened, what to do. */
export function refusalMessage(t: Messages, code: string): string {
  const key = `notices.refused.${code}`;
  return t(Object.hasOwn(en, key) ? key : 'notices.refused.other');
}

/** Why the last mail did not arrive, in words for its owner. */
export function problemMessage(t: Messages, code: string): string {
  return t(code === 'AddressRefused' ? 'notices.card.problem.AddressRefused' : 'notices.card.problem.other');
}

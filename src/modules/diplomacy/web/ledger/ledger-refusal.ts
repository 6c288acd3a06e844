import type { AnyRefusal } from '#platform/base';
import type { Messages } from '#kernel/languages';
import { refusalMessage } from '#kernel/accounts/web';
import { en } from '../../messages/en.ts';

/** Why nothing was read from or written into the ledger, in words. */
export function ledgerRefusalMessage(t: Messages, refusal: AnyRefusal): string {
  const told: unknown = Reflect.get(refusal, 'code');
  const code = typeof told === 'string' ? told : refusal.type;
  // With a place it comes from this device's own reading of the ledger; without one the server did not take what was sent.
  const isRefused = code === 'ledger-broken' && !Object.hasOwn(refusal, 'at');
  const key = `diplomacy.refused.${isRefused ? 'ledger-refused' : code}`;
  return Object.hasOwn(en, key) ? t(key) : refusalMessage(t, refusal);
}

/** Whether the ledger itself is not to be believed, so that nothing may be released. */
export function isStop(refusal: AnyRefusal): boolean {
  return ['ledger-broken', 'ledger-shorter', 'ledger-forked'].includes(refusal.type) && !Object.hasOwn(refusal, 'code');
}

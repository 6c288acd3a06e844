import type { ApiRefusal } from '#platform/client';
import type { Messages } from '#kernel/languages';
import { en } from '../messages/en.ts';

/** A refusal in words: what happened, what to do. Unknown codes are named, so that they can be reported. */
export function refusalMessage(t: Messages, refusal: ApiRefusal): string {
  const key = `accounts.refused.${refusal.type}`;
  if (!Object.hasOwn(en, key)) return t('accounts.refused.other', { code: refusal.type });
  const minutes = Math.max(1, Math.ceil((refusal.retryAfter ?? 0) / 60));
  const at: unknown = Reflect.get(refusal, 'at');
  const found: unknown = Reflect.get(refusal, 'found');
  const expected: unknown = Reflect.get(refusal, 'expected');
  return t(key, {
    minutes,
    at: typeof at === 'number' ? at : 0,
    found: typeof found === 'number' ? found : 0,
    expected: typeof expected === 'number' ? expected : 0,
  });
}

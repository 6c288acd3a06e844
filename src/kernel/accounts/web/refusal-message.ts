import type { ApiRefusal } from '#platform/client';
import type { Messages } from '#kernel/languages';
import { en } from '../messages/en.ts';

/** What this device's own checks say when root, directory or invitation do not fit. */
const ownStops = ['RootChanged', 'RootNotProven', 'DirectoryBroken', 'DirectoryRolledBack', 'KeyringBehind'];
/** What they say of a log that is not to be believed; the code is for whoever looks into it. */
const logStops = [
  'Gap',
  'Fork',
  'RolledBack',
  'UnknownAuthor',
  'BadSignature',
  'KeyRevoked',
  'WrongTenant',
  'WrongSpace',
  'EpochBehind',
  'VersionWrong',
  'RotationMissing',
];

/** Whether a refusal means that what the server gives must not be believed. */
export function isDistrusted({ type }: ApiRefusal): boolean {
  return ownStops.includes(type) || logStops.includes(type);
}

/** A refusal in words: what happened, what to do. Unknown codes are named, so that they can be reported. */
export function refusalMessage(t: Messages, refusal: ApiRefusal): string {
  const key = `accounts.refused.${refusal.type}`;
  if (logStops.includes(refusal.type)) return t('accounts.refused.distrusted', { code: refusal.type });
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

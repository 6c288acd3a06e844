import type { RandomBytes, Result, TenantId, UserId } from '#platform/base';
import { openForServer, sealForServer } from '#platform/crypto/server-sealed';
import { noticeSecrets } from './notice-secrets.ts';

interface Whose {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Seals an address for one person: in another's row it does not open. */
export function sealAddress(whose: Whose, address: string, randomBytes: RandomBytes): Promise<string> {
  return sealForServer(secretOf(whose), contextOf(whose), address, randomBytes);
}

/** Opens an address, to send a mail or to show it masked to its owner. Refuses when the secret is another one. */
export function openAddress(whose: Whose, sealed: string): Promise<Result<string, { readonly type: 'DoesNotOpen' }>> {
  return openForServer(secretOf(whose), contextOf(whose), sealed);
}

function secretOf({ secrets }: Whose): string {
  const secret = secrets.get(noticeSecrets.addressKey);
  if (secret === undefined) throw new Error('the installation has no key for addresses');
  return secret;
}

function contextOf({ tenant, user }: Whose): string {
  return `notice-address ${tenant} ${user}`;
}

import { ok, type RandomBytes, type Result, type TenantId } from '#platform/base';
import { openForServer, sealForServer } from '#platform/crypto/server-sealed';
import type { SeatId } from '../model/gathering-ids.ts';
import { gatheringSecrets } from './gathering-secrets.ts';

interface Whose {
  readonly tenant: TenantId;
  readonly seat: SeatId;
  readonly secrets: ReadonlyMap<string, string>;
}

/** The way to somebody: their address, and the secret of their own page, which stands in each mail to them. */
export interface Way {
  readonly address: string;
  /** Null for our own people, who find their sign-ups in the workspace. */
  readonly pageSecret: string | null;
}

/** Seals the way to somebody for their seat: in another's row it does not open. */
export function sealWay(whose: Whose, { address, pageSecret }: Way, randomBytes: RandomBytes): Promise<string> {
  return sealForServer(secretOf(whose), contextOf(whose), `${pageSecret ?? ''} ${address}`, randomBytes);
}

/** Opens it, to send a mail. Refuses when the secret is another one. */
export async function openWay(whose: Whose, sealed: string): Promise<Result<Way, { readonly type: 'DoesNotOpen' }>> {
  const opened = await openForServer(secretOf(whose), contextOf(whose), sealed);
  if (!opened.ok) return opened;
  const [secret = '', address = ''] = opened.value.split(' ');
  return ok({ address, pageSecret: secret === '' ? null : secret });
}

function secretOf({ secrets }: Whose): string {
  const secret = secrets.get(gatheringSecrets.addressKey);
  if (secret === undefined) throw new Error('the installation has no key for addresses');
  return secret;
}

function contextOf({ tenant, seat }: Whose): string {
  return `gathering-address ${tenant} ${seat}`;
}

import { ok, type RandomBytes, type Result, type TenantId } from '#platform/base';
import { keyedHash } from '#platform/crypto/server';
import { openForServer, sealForServer } from '#platform/crypto/server-sealed';
import { learningSecrets } from './learning-secrets.ts';

interface Whose {
  readonly tenant: TenantId;
  /** Id of what the letter is about: in another's row it does not open. */
  readonly about: string;
  readonly secrets: ReadonlyMap<string, string>;
}

/** Where a letter goes, and the secret that stands behind the `#` of the link in it; empty where there is none. */
export interface ToWrite {
  readonly address: string;
  readonly secret: string;
}

/** Seals where a letter goes. */
export function sealLetter(whose: Whose, { address, secret }: ToWrite, randomBytes: RandomBytes): Promise<string> {
  return sealForServer(keyOf(whose), contextOf(whose), `${secret} ${address}`, randomBytes);
}

/** Opens it, to send the letter. Refuses when the secret is another one. */
export async function openLetter(
  whose: Whose,
  sealed: string,
): Promise<Result<ToWrite, { readonly type: 'DoesNotOpen' }>> {
  const opened = await openForServer(keyOf(whose), contextOf(whose), sealed);
  if (!opened.ok) return opened;
  const [secret = '', address = ''] = opened.value.split(' ');
  return ok({ address, secret });
}

/** What stands for a mailbox where letters to it are counted: the same for the same one, and nothing that it could be read from. */
export function letterMark(whose: Whose, address: string): string {
  return keyedHash(keyOf(whose), `mailbox ${address.trim().toLowerCase()}`).slice(0, 22);
}

function keyOf({ secrets }: Whose): string {
  const key = secrets.get(learningSecrets.letterKey);
  if (key === undefined) throw new Error('the installation has no key for letters to learners');
  return key;
}

function contextOf({ tenant, about }: Whose): string {
  return `learning-letter ${tenant} ${about}`;
}

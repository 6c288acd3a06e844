import { createLoginSetup } from '#platform/crypto/server';
import { bytesToBase64url, type RandomBytes } from '#platform/base';

/** Files of an installation that accounts need; never in the database. */
export const accountSecrets = {
  /** OPAQUE setup: losing it disables every passphrase, so it belongs to the backup of `keys`. */
  loginSetup: 'login-setup',
  /** Asked once, by whoever founds the tenant of an empty installation; absent when founding is not open. */
  foundingCode: 'founding-code',
  /** Asked by the seed that makes a practice tenant; absent when none may be made. */
  practiceCode: 'practice-code',
  /** JSON of the fictional people's kits; served for a practice tenant only. */
  demoKits: 'demo-kits',
} as const;

/** Draws what a new installation needs; the caller writes each to a file that only it can read. */
export async function drawAccountSecrets(randomBytes: RandomBytes): Promise<ReadonlyMap<string, string>> {
  const drawCode = (): string => bytesToBase64url(randomBytes(15));
  return new Map([
    [accountSecrets.loginSetup, await createLoginSetup()],
    [accountSecrets.foundingCode, drawCode()],
    [accountSecrets.practiceCode, drawCode()],
  ]);
}

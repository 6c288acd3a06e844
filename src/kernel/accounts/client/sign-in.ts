import { ok, refuse, type Result } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import { finishLogin, importDeviceSecret, openUserKeys, startLogin } from '#platform/crypto';
import { sessionRoutes } from '../contract/session-routes.ts';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import { isOwnKeyring, openOwnKeyring } from './own-keyring.ts';
import { readSecret } from './printed.ts';
import type { AccountParts, SignedInPerson } from './signed-in-person.ts';

export type SignInRefusal =
  | ApiRefusal
  /** This device holds no secret for the sign-in name: a kit is needed. */
  | { readonly type: 'DeviceUnknown' }
  /** Wrong name or wrong passphrase; nobody is told which. */
  | { readonly type: 'SignInFailed' }
  /** The kit on this device is not that of this person. */
  | { readonly type: 'KitDoesNotFit' }
  /** The server shows another root than the one that was pinned: stop, tell a coordinator. */
  | { readonly type: 'RootChanged' }
  /** The server gave back an older keyring than this device has seen, or one that is not this person's. */
  | { readonly type: 'KeyringBehind' }
  /** Set up from words, and nothing of the person's own says whose root this is: the QR code of the kit does. */
  | { readonly type: 'RootUnproven' };

/** Signs in with passphrase and device; the passphrase never leaves the device. Other refusals: `TooManyTries`, `NotConfirmed`. */
export async function signIn(
  parts: AccountParts,
  { handle, passphrase }: { readonly handle: string; readonly passphrase: string },
): Promise<Result<SignedInPerson, SignInRefusal>> {
  const device = await parts.devices.load(handle);
  if (!device) return refuse({ type: 'DeviceUnknown' });
  const { state, request } = await startLogin(passphrase);
  const started = await parts.api.call(sessionRoutes.startSignIn, { input: { handle, request } });
  if (!started.ok) return started;
  const finished = await finishLogin(passphrase, state, started.value.response);
  // The wrong proof is sent on purpose: the server records the failure and answers as to anybody.
  const proof = finished.ok ? finished.value.proof : 'wrong';
  const answered = await parts.api.call(sessionRoutes.finishSignIn, { input: { login: started.value.login, proof } });
  if (!finished.ok) return refuse({ type: 'SignInFailed' });
  if (!answered.ok) return answered;
  const { me, sealed, keyring } = answered.value;
  if (me.tenant !== device.tenant || me.fingerprint !== device.fingerprint) return refuse({ type: 'RootChanged' });
  const opened = await openUserKeys(me, sealed, { exportKey: finished.value.exportKey, device: device.secret });
  finished.value.exportKey.fill(0);
  if (!opened.ok) return refuse({ type: 'KitDoesNotFit' });
  const { tenant, user, roles, practice } = me;
  const person: SignedInPerson = { tenant, user, handle, practice, roles, identity: opened.value, device, keyring };
  if (!(await isKeyringCurrent(person))) return refuse({ type: 'KeyringBehind' });
  if (keyring === null && device.rootFromServer) return refuse({ type: 'RootUnproven' });
  const known = await openOwnKeyring(person);
  if (known.fingerprint !== device.fingerprint) return refuse({ type: 'RootChanged' });
  await parts.devices.noteKeyring(handle, keyring?.version ?? 0);
  return ok(person);
}

/**
 * The keyring remembers how far logs and directory were seen. A server that could give back an older one
 * could take those back too, so the device keeps its number.
 */
async function isKeyringCurrent({ device, identity, keyring }: SignedInPerson): Promise<boolean> {
  if ((device.keyringSeen ?? 0) > (keyring?.version ?? 0)) return false;
  return keyring === null || isOwnKeyring(identity, keyring);
}

/**
 * Sets up a further device from the printed kit: words, or the text of its QR code. With words the
 * root that the server shows is pinned for now; the first sign-in compares it with the one in the
 * person's own sealed keyring, and without one it is `RootUnproven`. Refusals: those of the words, `QrNotOurs`, `RootChanged`.
 */
export async function addDeviceFromKit(
  parts: AccountParts,
  { handle, kit }: { readonly handle: string; readonly kit: string },
): Promise<Result<void, ApiRefusal>> {
  const read = readSecret('kit', kit);
  if (!read.ok) return read;
  const entrance = await parts.api.call(tenantRoutes.readEntrance, {});
  if (!entrance.ok) return entrance;
  if (entrance.value.state === 'empty') return refuse({ type: 'NotFound' });
  const { tenant, fingerprint } = entrance.value;
  if (read.value.fingerprint !== null && read.value.fingerprint !== fingerprint) return refuse({ type: 'RootChanged' });
  const secret = await importDeviceSecret(read.value.secret);
  read.value.secret.fill(0);
  const proven = read.value.fingerprint !== null;
  await parts.devices.save(handle, { secret, tenant, fingerprint, ...(proven ? {} : { rootFromServer: true }) });
  return ok(undefined);
}

/** Deletes the device secret; the person needs their kit to sign in here again. */
export function forgetDevice(parts: AccountParts, handle: string): Promise<void> {
  return parts.devices.forget(handle);
}

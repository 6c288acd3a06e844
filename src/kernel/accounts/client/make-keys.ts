import { createId, type RandomBytes, type Result, type TenantId, type UserId } from '#platform/base';
import {
  createDeviceSecret,
  createUserKeys,
  finishRegistration,
  startRegistration,
  type SealedUserKeys,
  type UserIdentity,
} from '#platform/crypto';
import type { ApiRefusal } from '#platform/client';

/** New keys of a person, made on their device. */
export interface MadeKeys {
  readonly identity: UserIdentity;
  readonly device: CryptoKey;
  /** The device secret as bytes, for the printed kit; overwritten by whoever prints it. */
  readonly kit: Uint8Array;
  /** What goes to the server: public halves, the passphrase record, sealed halves. */
  readonly enrolment: {
    readonly user: UserId;
    readonly handle: string;
    readonly encryption: UserIdentity['encryption']['public'];
    readonly signing: UserIdentity['signing']['public'];
    readonly record: string;
    readonly sealed: SealedUserKeys;
  };
}

/** Chooses the passphrase with the server (which never sees it) and makes keys sealed under it and the device. */
export async function makeKeys(
  { tenant, handle, passphrase }: { readonly tenant: TenantId; readonly handle: string; readonly passphrase: string },
  randomBytes: RandomBytes,
  register: (request: string) => Promise<Result<{ readonly response: string }, ApiRefusal>>,
): Promise<Result<MadeKeys, ApiRefusal>> {
  const started = await startRegistration(passphrase);
  const answered = await register(started.request);
  if (!answered.ok) return answered;
  const { record, exportKey } = await finishRegistration(passphrase, started.state, answered.value.response);
  const { device, kit } = await createDeviceSecret(randomBytes);
  const user = createId<UserId>(randomBytes);
  const { identity, sealed } = await createUserKeys({ tenant, user }, { exportKey, device }, randomBytes);
  exportKey.fill(0);
  const { encryption, signing } = identity;
  const enrolment = { user, handle, encryption: encryption.public, signing: signing.public, record, sealed };
  return { ok: true, value: { identity, device, kit, enrolment } };
}

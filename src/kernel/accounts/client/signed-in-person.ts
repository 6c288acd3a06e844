import type { Clock, RandomBytes, TenantId, UserId } from '#platform/base';
import type { Api } from '#platform/client';
import type { UserIdentity } from '#platform/crypto';
import type { RoleGrant } from '../model/role-grant.ts';
import type { DeviceStore, KeptDevice } from './device-store.ts';

/** What every act of accounts needs of the device it runs on. */
export interface AccountParts {
  readonly api: Api;
  readonly devices: DeviceStore;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** Somebody signed in and unlocked. Lives in memory only; dropping it locks. */
export interface SignedInPerson {
  readonly tenant: TenantId;
  readonly user: UserId;
  readonly handle: string;
  readonly practice: boolean;
  /** As the server told; the verified ones stand in the directory. */
  readonly roles: readonly RoleGrant[];
  readonly identity: UserIdentity;
  readonly device: KeptDevice;
  /** The sealed keyring as the server gave it; null when there is none yet. */
  readonly keyring: SealedKeyring | null;
}

/** A sealed keyring under the number by which it is stored; the number only ever rises. */
export interface SealedKeyring {
  readonly version: number;
  readonly sealed: string;
}

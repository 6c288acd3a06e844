import type { TenantId } from '#platform/base';

/** What a device keeps of one person: the secret that cannot be read again, and the root it trusts. */
export interface KeptDevice {
  /** HKDF key, not extractable: half of what unlocks, beside the passphrase. */
  readonly secret: CryptoKey;
  readonly tenant: TenantId;
  /** Thumbprint of the tenant's root, pinned when the device was set up; a change is refused. */
  readonly fingerprint: string;
}

/** Where a device keeps it, by sign-in name: IndexedDB in the browser, memory in tests and scripts. */
export interface DeviceStore {
  load(handle: string): Promise<KeptDevice | null>;
  save(handle: string, kept: KeptDevice): Promise<void>;
  forget(handle: string): Promise<void>;
}

/** A device store that lives as long as the process. */
export function createMemoryDeviceStore(): DeviceStore {
  const kept = new Map<string, KeptDevice>();
  return {
    load: (handle) => Promise.resolve(kept.get(handle) ?? null),
    save: (handle, device) => {
      kept.set(handle, device);
      return Promise.resolve();
    },
    forget: (handle) => {
      kept.delete(handle);
      return Promise.resolve();
    },
  };
}

import type { TenantId } from '#platform/base';

/** What a device keeps of one person: the secret that cannot be read again, and the root it trusts. */
export interface KeptDevice {
  /** HKDF key, not extractable: half of what unlocks, beside the passphrase. */
  readonly secret: CryptoKey;
  readonly tenant: TenantId;
  /** Thumbprint of the tenant's root, pinned when the device was set up; a change is refused. */
  readonly fingerprint: string;
  /** Version of the person's keyring that this device has seen; an older one is refused at sign-in. */
  readonly keyringSeen?: number;
  /** The root came from the server, for want of a QR code; the person's own keyring must bear it out. */
  readonly rootFromServer?: true;
}

/** Where a device keeps it, by sign-in name: IndexedDB in the browser, memory in tests and scripts. */
export interface DeviceStore {
  load(handle: string): Promise<KeptDevice | null>;
  save(handle: string, kept: KeptDevice): Promise<void>;
  forget(handle: string): Promise<void>;
  /** Remembers the version of the keyring, if the device still knows this person and knew an older one. */
  noteKeyring(handle: string, version: number): Promise<void>;
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
    noteKeyring: (handle, version) => {
      const device = kept.get(handle);
      if (device && (device.keyringSeen ?? 0) < version) kept.set(handle, { ...device, keyringSeen: version });
      return Promise.resolve();
    },
  };
}

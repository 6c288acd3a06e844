import type { DeviceStore, KeptDevice } from '#kernel/accounts/client';
import { openDeviceDatabase } from '#platform/web/state';

const devices = 'devices';

/**
 * Keeps device secrets in IndexedDB as keys that cannot be read out again. Nothing else about
 * anybody is stored in the browser.
 */
export function createIndexedDeviceStore(): DeviceStore {
  const within = openDeviceDatabase('baken-device', { [devices]: null });
  return {
    load: async (handle) => {
      const found = await within('readonly', devices, (store) => store.get(handle));
      // Only `save` writes here, and it writes a KeptDevice.
      return (found as KeptDevice | undefined) ?? null;
    },
    save: async (handle, kept) => {
      await within('readwrite', devices, (store) => store.put(kept, handle));
    },
    forget: async (handle) => {
      await within('readwrite', devices, (store) => store.delete(handle));
    },
    noteKeyring: async (handle, version) => {
      // Read and write in one transaction: a device that was forgotten meanwhile stays forgotten.
      await within('readwrite', devices, (store) => {
        const request = store.get(handle);
        request.addEventListener('success', () => {
          // As above.
          const kept = request.result as KeptDevice | undefined;
          if (kept && (kept.keyringSeen ?? 0) < version) store.put({ ...kept, keyringSeen: version }, handle);
        });
        return request;
      });
    },
  };
}

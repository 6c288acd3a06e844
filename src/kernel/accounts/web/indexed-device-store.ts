import type { DeviceStore, KeptDevice } from '#kernel/accounts/client';

const databaseName = 'baken-device';
const storeName = 'devices';

/**
 * Keeps device secrets in IndexedDB as keys that cannot be read out again. Nothing else about
 * anybody is stored in the browser.
 */
export function createIndexedDeviceStore(): DeviceStore {
  return {
    load: async (handle) => {
      const found = await withStore('readonly', (store) => store.get(handle));
      // Only `save` writes here, and it writes a KeptDevice.
      return (found as KeptDevice | undefined) ?? null;
    },
    save: async (handle, kept) => {
      await withStore('readwrite', (store) => store.put(kept, handle));
    },
    forget: async (handle) => {
      await withStore('readwrite', (store) => store.delete(handle));
    },
    noteKeyring: async (handle, version) => {
      // Read and write in one transaction: a device that was forgotten meanwhile stays forgotten.
      await withStore('readwrite', (store) => {
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

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('the browser keeps no data for this page'));
  });
}

async function withStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(new Error('the browser could not keep the device secret'));
    });
  } finally {
    database.close();
  }
}

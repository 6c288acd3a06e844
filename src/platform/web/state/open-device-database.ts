/** Does something within one store of a database of this browser; settles once the browser says that it is kept. */
export type WithinStore<Store extends string> = (
  mode: IDBTransactionMode,
  store: Store,
  act: (store: IDBObjectStore) => IDBRequest,
) => Promise<unknown>;

/**
 * A database of this browser, made with its stores when it is first asked for; a store with a key path takes what it keeps
 * by that. Every call opens it anew and rejects where the browser keeps nothing, as some private windows do, or has no room.
 */
export function openDeviceDatabase<Store extends string>(
  name: string,
  stores: Readonly<Record<Store, readonly string[] | null>>,
): WithinStore<Store> {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        for (const [store, keyPath] of Object.entries<readonly string[] | null>(stores))
          request.result.createObjectStore(store, keyPath === null ? {} : { keyPath: [...keyPath] });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the browser keeps no data for this page'));
    });
  return async (mode, store, act) => {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(store, mode, { durability: 'strict' });
        const request = act(transaction.objectStore(store));
        const failed = (): void => reject(new Error('the browser could not keep it'));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = failed;
        // No room left ends a transaction without an error of its own.
        transaction.onabort = failed;
      });
    } finally {
      database.close();
    }
  };
}

import { keptPlaces } from '../../model/open/offline/kept-places.ts';

/**
 * Takes the kept module and its worker away from this browser; whoever has none is asked nothing. Everything is begun at once, so that a
 * page that is left in the same moment need not wait for it: the worker ends itself when it is told to.
 */
export async function removeKept(): Promise<void> {
  if (!('caches' in globalThis && 'serviceWorker' in navigator)) return;
  navigator.serviceWorker.controller?.postMessage('end');
  await Promise.all([keptPlaces.shelf, ...keptPlaces.courseShelves].map((name) => caches.delete(name)));
  const worker = await navigator.serviceWorker.getRegistration(keptPlaces.scope);
  await worker?.unregister();
}

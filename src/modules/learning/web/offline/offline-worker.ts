import { keptAnswerFor, type KeptAnswer } from '../../model/open/offline/kept-answer.ts';
import { keptPlaces } from '../../model/open/offline/kept-places.ts';
import type { KeptCourse } from '../../model/open/offline/offline-list.ts';

// The worker answers for files of a kept course and for nothing else: what it has not got goes to the server. It keeps nothing and
// fetches nothing of its own accord; pages fill and empty the caches. It lies at /learn/offline.js, so the browser itself gives it no
// page outside /learn/. It is one script without imports, as all browsers take it.

/** The part that is used here of what a browser gives a service worker; the library of types for pages does not know it. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(
    kind: 'install' | 'activate' | 'message' | 'fetch',
    listen: (event: {
      readonly request: Request;
      waitUntil(done: Promise<unknown>): void;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}

// The browser runs this script as a service worker alone.
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('message', (event) => event.waitUntil(end()));
scope.addEventListener('fetch', (event) => {
  const wanted = keptAnswerFor(event.request, scope.location.origin);
  if (wanted !== null) event.respondWith(answer(event.request, wanted));
});

async function answer(request: Request, wanted: KeptAnswer): Promise<Response> {
  return (await findKept(wanted)) ?? fetch(request);
}

async function findKept(wanted: KeptAnswer): Promise<Response | undefined> {
  const written = await caches.match(keptPlaces.place, { cacheName: keptPlaces.shelf });
  if (written === undefined) return undefined;
  // Written by our own page alone, in this shape.
  const kept = (await written.json()) as KeptCourse;
  if ('page' in wanted)
    return wanted.page === kept.course ? caches.match(keptPlaces.page, { cacheName: kept.cache }) : undefined;
  const found = await caches.match(wanted.file, { cacheName: kept.cache });
  // A page of the version before may still ask for parts of it: their names say what is in them.
  return found ?? (wanted.file.startsWith('/assets/') ? findEarlier(wanted.file) : undefined);
}

async function findEarlier(file: string): Promise<Response | undefined> {
  const [one, other] = await Promise.all(
    keptPlaces.courseShelves.map((cacheName) => caches.match(file, { cacheName })),
  );
  return one ?? other;
}

/** A page that is left in a hurry has no time for this; the worker has. */
async function end(): Promise<void> {
  await Promise.all([keptPlaces.shelf, ...keptPlaces.courseShelves].map((name) => caches.delete(name)));
  await scope.registration.unregister();
}

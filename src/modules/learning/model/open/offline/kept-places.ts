/** Where a kept module lies in a browser. */
export const keptPlaces = {
  /** The part of the address space in which the worker is: the browser gives it no page outside. */
  scope: '/learn/',
  worker: '/learn/offline.js',
  /** The cache that says which course is kept, and where in it. */
  shelf: 'baken-learn',
  place: '/learn/offline/kept',
  /** Two caches for files of a course: one is kept while the other is filled with a newer version. */
  courseShelves: ['baken-learn:a', 'baken-learn:b'],
  /** The page of the player, as the build names it; all addresses of a course show it. */
  page: '/learn.html',
} as const;

export type KeptPlaces = typeof keptPlaces;

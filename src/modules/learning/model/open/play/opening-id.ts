import type { Brand } from '#platform/base';

/** One time that somebody opened a part of a package on screen, from its address to its end. */
export type OpeningId = Brand<string, 'OpeningId'>;

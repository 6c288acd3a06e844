import type { RandomBytes } from '#platform/base';

/** The cryptographic random source of the machine or browser. Everybody else gets it as a parameter. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

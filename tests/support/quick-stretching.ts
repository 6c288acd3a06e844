/**
 * The OPAQUE library as suites outside a browser load it, with a passphrase stretched for a thousandth of the time: they
 * sign in hundreds of people whose passphrases guard nothing. Everything else is the library's own. The product has one
 * cost, compiled in, and nothing in it can choose another; browser stories and the suite of that module have the real one.
 */
import { createRequire } from 'node:module';
import type * as Opaque from '@serenity-kit/opaque';

// Required, not imported: an import of this name comes back here.
const library = createRequire(import.meta.url)('@serenity-kit/opaque') as typeof Opaque;

export const { ready, server } = library;

const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 } } as const;

export const client: typeof Opaque.client = {
  ...library.client,
  finishRegistration: (step) => library.client.finishRegistration({ ...step, keyStretching }),
  finishLogin: (step) => library.client.finishLogin({ ...step, keyStretching }),
};

import type { Brand } from '#platform/base';

/** A licence that a coordinator gave to one of the first trainers. */
export type LicenceId = Brand<string, 'LicenceId'>;

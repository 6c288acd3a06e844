import type { Brand } from '#platform/base';

/** A package from elsewhere that is kept to be opened. */
export type PackageId = Brand<string, 'PackageId'>;
/** One person's way through one package: all their sessions share it, and the results. A UUID in lower case. */
export type RegistrationId = Brand<string, 'RegistrationId'>;
/** One opening of one part of a package, from its launch to its end. */
export type SessionId = Brand<string, 'SessionId'>;

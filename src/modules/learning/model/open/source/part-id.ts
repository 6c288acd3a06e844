import type { Brand } from '#platform/base';

/** Id of a course or of something in it: small letters, figures and hyphens; stable, and never used again once it was deleted. */
export type PartId = Brand<string, 'PartId'>;

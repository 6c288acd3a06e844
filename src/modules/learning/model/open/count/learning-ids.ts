import type { Brand } from '#platform/base';

/** Somebody who learns, known by nothing but this. */
export type LearnerId = Brand<string, 'LearnerId'>;
/** An organisation for which people learn: our own, or a partner. */
export type OrganisationId = Brand<string, 'OrganisationId'>;
/** One run of one version of a course. */
export type AttemptId = Brand<string, 'AttemptId'>;
/** A sum that an organisation told. */
export type TotalId = Brand<string, 'TotalId'>;

import type { Brand } from '#platform/base';

export type ProgrammeId = Brand<string, 'ProgrammeId'>;
/** What a programme is made of: a course, or something taught elsewhere. */
export type TrainingPartId = Brand<string, 'TrainingPartId'>;
/** Another proof that is taken in the place of a part. */
export type EquivalentId = Brand<string, 'EquivalentId'>;
export type RequirementId = Brand<string, 'RequirementId'>;
export type ProofId = Brand<string, 'ProofId'>;
export type ExemptionId = Brand<string, 'ExemptionId'>;

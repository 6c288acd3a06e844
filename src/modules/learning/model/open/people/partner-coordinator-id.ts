import type { Brand } from '#platform/base';

/** Somebody who looks after the people of a partner, known by nothing but this and a label. */
export type PartnerCoordinatorId = Brand<string, 'PartnerCoordinatorId'>;

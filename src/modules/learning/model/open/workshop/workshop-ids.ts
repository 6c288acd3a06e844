import type { Brand } from '#platform/base';

/** What is offered; each dated meeting of it is a gathering. */
export type WorkshopId = Brand<string, 'WorkshopId'>;

import type { Brand } from '#platform/base';

/** One dated meeting with places. */
export type GatheringId = Brand<string, 'GatheringId'>;
/** The sign-up of one person for one gathering; whoever signs up again gets another one. */
export type SeatId = Brand<string, 'SeatId'>;
/** Whoever shares a quota, such as an organisation; what it is the module knows. */
export type GroupId = Brand<string, 'GroupId'>;

import type { Brand } from '#platform/base';

/** An invitation of one person to learn. */
export type InvitationId = Brand<string, 'InvitationId'>;

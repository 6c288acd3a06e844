import type { Brand } from '#platform/base';

/** Id of a draft of a course on the server; random. */
export type DraftId = Brand<string, 'DraftId'>;

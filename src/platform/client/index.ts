/** The way from a device to the server, the same in browser, tests and the practice world. */
export { createApi, isAnswerLost, isSilent, type Api, type ApiRefusal, type Fetch } from './create-api.ts';
export type { DropReason } from './drop-reason.ts';
export { withCookies } from './with-cookies.ts';
export { signBatch, type OperationDraft, type SignedBatch } from './sign-batch.ts';

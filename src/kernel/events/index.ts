/** Facts published inside the transaction that made them: ids and codes only, never names or words. */
export type { PublishedEvent } from './model/published-event.ts';

/** Notices in the browser: what is new, the way to it, and the card about mail. */
export { MailCard } from './mail-card.tsx';
export type { ShownNotice } from './notices-store.ts';
export { useNotices } from './use-notices.ts';

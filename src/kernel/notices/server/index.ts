/** Server side of notices: raise and settle them, and the mail that says that there are some. */
export { noticesServer } from './notices-server.ts';
export { drawNoticeSecrets } from './notice-secrets.ts';
export { dropNotices, raiseNotices, settleNotices, type NewNotice } from './store/notice-store.ts';
export { createTaskSubscribers } from './task-subscribers.ts';

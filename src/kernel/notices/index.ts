/** Notices: what is new or pressing for a person. Ids, codes and days; the words are made on the device. */
export { noticeRoutes } from './contract/notice-routes.ts';
export { maskAddress } from './model/mask-address.ts';
export { noticeKinds, type Notice, type NoticeId, type NoticeKind } from './model/notice.ts';
export { noticeActs } from './policy/notice-acts.ts';

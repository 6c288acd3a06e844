import type { ActTable } from '#kernel/access';

/** Everybody reads their own notices and decides about their own mail; nobody reads another's. */
export const noticeActs: ActTable = {
  'notice.own': { roles: 'signed-in' },
};

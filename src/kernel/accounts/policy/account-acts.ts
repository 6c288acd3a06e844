import type { ActTable } from '#kernel/access';

/** Who may do what with accounts, invitations and sessions (casework design, 3.1: settings by administrators, inviting by coordinators). */
export const accountActs: ActTable = {
  'session.own': { roles: 'signed-in' },
  'session.revoke-others': { roles: ['administrator', 'coordinator', 'duty'] },
  'accounts.invite': { roles: ['coordinator', 'duty'] },
  'accounts.sign-directory': { roles: ['coordinator', 'duty'], stepUp: true },
  'accounts.list': { roles: ['administrator', 'coordinator', 'duty', 'dpo'] },
  'directory.read': { roles: 'signed-in' },
};

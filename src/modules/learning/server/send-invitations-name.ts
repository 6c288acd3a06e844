/** Sends letters with links of invitations that wait. */
export const sendInvitationsName = 'learning.send-invitations';

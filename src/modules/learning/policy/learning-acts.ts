import type { ActTable } from '#kernel/access';

/** Who may do what with organisations and their figures (learning design, 5.2). What people answered nobody may see. */
export const learningActs: ActTable = {
  'learning.organise': { roles: ['administrator', 'coordinator', 'duty'] },
  'learning.see-sources': { roles: ['administrator', 'coordinator'] },
  'learning.connect': { roles: ['administrator', 'coordinator'], stepUp: true },
  'learning.see-training': { roles: ['administrator', 'coordinator', 'duty'] },
  'learning.own-training': { roles: 'signed-in' },
  'learning.require': { roles: ['administrator', 'coordinator'] },
  'learning.record-proof': { roles: ['administrator', 'coordinator'] },
  'learning.exempt': { roles: ['coordinator'], stepUp: true },
  'learning.look-up-certificate': { roles: ['coordinator'] },
  'learning.revoke-certificate': { roles: ['coordinator'], stepUp: true },
  'learning.redeem-receipt': { roles: ['administrator', 'coordinator'] },
  /** Of our own organisation alone; partners look after their own people. */
  'learning.see-people': { roles: ['administrator', 'coordinator'] },
  'learning.invite-people': { roles: ['administrator', 'coordinator'] },
  'learning.export-people': { roles: ['administrator', 'coordinator'], stepUp: true },
  /** Lets somebody at a partner see how its people stand: confirmed once more. Ending it needs no more than the wish. */
  'learning.appoint-coordinator': { roles: ['administrator', 'coordinator'] },
  'learning.end-coordinator': { roles: ['administrator', 'coordinator'] },
  /** Who comes is for whoever trains a session or plans workshops; the command looks. */
  'learning.see-workshops': { roles: 'signed-in' },
  'learning.plan-workshops': { roles: ['administrator', 'coordinator'] },
  'learning.import-packages': { roles: ['administrator', 'coordinator'] },
  'learning.open-packages': { roles: 'signed-in' },
  /** Whoever holds a licence signs for whom they taught with; the command looks. */
  'learning.sign-teaching': { roles: 'signed-in', stepUp: true },
  'learning.give-licence': { roles: ['coordinator'], stepUp: true },
  'learning.tell-totals': { roles: ['administrator', 'coordinator'] },
  /** Drafts of courses are for whoever writes them; nobody is taught by a draft. */
  'learning.author': { roles: ['editor', 'coordinator'] },
  /** Says that somebody of a role has read a version: never whoever wrote it alone, so editors do not. */
  'learning.sign-course': { roles: ['coordinator'], stepUp: true },
  'learning.count': { roles: ['administrator', 'coordinator', 'duty', 'analyst'] },
};

import type { ActTable } from '#kernel/access';

/** Who may do what with tasks; that they work on the space is asked where the space is known. */
export const taskActs: ActTable = {
  'task.list': { roles: ['coordinator', 'duty', 'volunteer'] },
  'task.raise': { roles: ['coordinator', 'duty', 'volunteer'] },
  'task.change': { roles: ['coordinator', 'duty', 'volunteer'] },
};

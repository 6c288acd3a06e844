import type { ActTable } from '#kernel/access';

/**
 * Who may ask for a sealed space at all. Whether it is theirs is decided by membership, and what
 * they may append by the rules of its kind; both answer like something that does not exist.
 */
export const spaceActs: ActTable = {
  'space.append': {
    roles: ['coordinator', 'duty', 'volunteer', 'interpreter', 'reader', 'administrator', 'dpo', 'analyst', 'editor'],
  },
  'space.open': {
    roles: ['coordinator', 'duty', 'volunteer', 'interpreter', 'reader', 'administrator', 'dpo', 'analyst', 'editor'],
  },
  'space.list': {
    roles: ['coordinator', 'duty', 'volunteer', 'interpreter', 'reader', 'administrator', 'dpo', 'analyst', 'editor'],
  },
};

import type { ActTable } from '#kernel/access';

/** Who works with figures reads the ledger and proposes; another one of them approves. For everybody else there is none. */
export const ledgerActs: ActTable = {
  'ledger.read': { roles: ['analyst', 'coordinator'] },
  'ledger.propose': { roles: ['analyst', 'coordinator'] },
  'ledger.append': { roles: ['analyst', 'coordinator'] },
};

import { expect, test } from 'vitest';
import { createPolicy, roles } from '#kernel/access';
import { accountActs, sessionRoutes, tenantRoutes } from '../index.ts';

const policy = createPolicy([accountActs]);

test('who may do what with accounts: a changed cell is a decision', () => {
  const table = Object.fromEntries(
    roles.map((role) => [
      role,
      Object.keys(accountActs)
        .filter((act) => policy.mayRole(act, [role]))
        .join(' '),
    ]),
  );
  const everybody = 'session.own directory.read';
  expect(table).toEqual({
    administrator: 'session.own session.revoke-others accounts.list directory.read',
    dpo: 'session.own accounts.list directory.read',
    coordinator:
      'session.own session.revoke-others accounts.invite accounts.sign-directory accounts.list directory.read',
    duty: 'session.own session.revoke-others accounts.invite accounts.sign-directory accounts.list directory.read',
    volunteer: everybody,
    interpreter: everybody,
    reader: everybody,
    analyst: everybody,
    editor: everybody,
  });
});

test('every route of accounts names an act of the table or says why it needs none', () => {
  for (const row of Object.values({ ...sessionRoutes, ...tenantRoutes })) {
    const act: unknown = row.permission;
    if (typeof act === 'string') expect(Object.keys(accountActs)).toContain(act);
    else expect(act).toMatchObject({ none: expect.stringMatching(/.{10}/) });
  }
});

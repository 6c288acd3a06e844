import { expect, test } from 'vitest';
import { createPolicy, relations, roles } from '../index.ts';

const policy = createPolicy([
  { 'case.open': { roles: ['coordinator', 'volunteer'], relations: ['lead', 'coordinator'] } },
  { 'accounts.invite': { roles: ['coordinator'], stepUp: true }, 'session.list': { roles: 'signed-in' } },
]);

test('what no rule names nobody may', () => {
  for (const role of roles)
    expect(policy.may('case.burn', { roles: [role], relation: 'lead', stepUpFresh: true }).ok).toBe(false);
  expect(policy.mayRole('case.burn', [...roles])).toBe(false);
});

test('role and relation must both fit', () => {
  expect(policy.may('case.open', { roles: ['volunteer'], relation: 'lead' }).ok).toBe(true);
  expect(policy.may('case.open', { roles: ['volunteer'] })).toEqual({ ok: false, refusal: { type: 'NotPermitted' } });
  expect(policy.may('case.open', { roles: ['analyst'], relation: 'lead' }).ok).toBe(false);
  const open = relations.filter((relation) => policy.may('case.open', { roles: ['volunteer'], relation }).ok);
  expect(open).toEqual(['lead', 'coordinator']);
});

test('an old unlock is told apart from a missing right', () => {
  expect(policy.may('accounts.invite', { roles: ['coordinator'] })).toEqual({
    ok: false,
    refusal: { type: 'StepUpNeeded' },
  });
  expect(policy.may('accounts.invite', { roles: ['volunteer'] })).toEqual({
    ok: false,
    refusal: { type: 'NotPermitted' },
  });
  expect(policy.allowed(['accounts.invite', 'case.open', 'session.list'], { roles: ['coordinator'] })).toEqual([
    'accounts.invite',
    'session.list',
  ]);
});

test('two rules for one act are a defect', () => {
  expect(() => createPolicy([{ a: { roles: [] } }, { a: { roles: [] } }])).toThrow('two rules');
  expect(policy.listActs().map(({ act }) => act)).toEqual(['case.open', 'accounts.invite', 'session.list']);
});

import { expect, test } from 'vitest';
import { relations, roles } from '#kernel/access';
import { casePolicy } from './case-policy.ts';

test('the whole table of role and relation is what was decided', async () => {
  const lines = casePolicy.listActs().map(({ act, relations: asked, stepUp }) => {
    const cells = roles.flatMap((role) => {
      const standing = asked === undefined ? [undefined] : relations;
      const may = standing.filter(
        (relation) => casePolicy.may(act, { roles: [role], stepUpFresh: true, ...(relation ? { relation } : {}) }).ok,
      );
      if (may.length === 0) return [];
      return [asked === undefined ? role : `${role} as ${may.join(', ')}`];
    });
    return `${act}${stepUp ? ' (step-up)' : ''}: ${cells.join(' · ')}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./case-policy.snapshot.txt');
});

test('nobody without a role in force may do anything, whatever the relation', () => {
  for (const { act } of casePolicy.listActs()) {
    for (const relation of relations) {
      expect(casePolicy.may(act, { roles: [], relation, stepUpFresh: true }).ok).toBe(false);
      expect(
        casePolicy.may(act, { roles: ['administrator', 'analyst', 'editor'], relation, stepUpFresh: true }).ok,
      ).toBe(false);
    }
  }
});

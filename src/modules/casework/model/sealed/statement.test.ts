import { expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { writeSealed } from './read-sealed.ts';
import { addToAccount, agreeAccount, rewordAccount } from './statement.ts';

const on = civilDate('2026-11-24');
const told = { words: 'They took my papers.', statement: null };
const agreement = { language: 'ti', interpreter: null, readBackOn: on, agreedOn: on };

test('words may change until the person agreed to them, and never after', () => {
  expect(rewordAccount(told, 'Other words')).toMatchObject({ ok: true, value: { words: 'Other words' } });
  const agreed = agreeAccount(told, agreement);
  if (!agreed.ok) throw new Error('not agreed');
  expect(writeSealed('account', agreed.value).ok).toBe(true);
  expect(rewordAccount(agreed.value, 'Other words')).toEqual({ ok: false, refusal: { type: 'StatementAgreed' } });
  expect(agreeAccount(agreed.value, agreement).ok).toBe(false);
});

test('a statement is added to, each time with its day', () => {
  const agreed = agreeAccount(told, agreement);
  if (!agreed.ok) throw new Error('not agreed');
  const once = addToAccount(agreed.value, 'It was in March.', on);
  if (!once.ok) throw new Error('not added');
  const twice = addToAccount(once.value, 'Not April.', civilDate('2026-12-01'));
  expect(twice).toMatchObject({
    ok: true,
    value: { words: told.words, statement: { added: '2026-11-24: It was in March.\n\n2026-12-01: Not April.' } },
  });
  expect(addToAccount(told, 'x', on)).toEqual({ ok: false, refusal: { type: 'StatementMissing' } });
});

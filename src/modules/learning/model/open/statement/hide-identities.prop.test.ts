import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignStatement } from '../../../../../../tests/support/foreign-statement.ts';
import { checkStatement } from './check-statement.ts';
import { hideIdentities, type HideAgent } from './hide-identities.ts';

/** Stands for the keyed hash: the same for the same, and nothing of it in the answer. */
function createHider(): HideAgent {
  const names = new Map<string, string>();
  return (identity) => {
    if (!names.has(identity)) names.set(identity, `somebody-${names.size}`);
    return { homePage: 'https://baken.example/learning/source/x', name: names.get(identity) ?? '' };
  };
}

describe('a statement from elsewhere', () => {
  test('says of nobody who they are, and is still one by the rules', () => {
    fc.assert(
      fc.property(foreignStatement, ({ statement, words }) => {
        expect(checkStatement(statement, '2.0.0')).toBeNull();
        const hidden = hideIdentities(statement, createHider());
        const text = JSON.stringify(hidden.statement);
        expect(words.filter((word) => text.includes(word))).toEqual([]);
        expect(checkStatement(hidden.statement, '2.0.0')).toBeNull();
        expect(hidden.rewritten).toBeGreaterThan(0);
      }),
    );
  });
});

const ana = { mbox: 'mailto:ana@example.org', name: 'Ana' };
const bare = { actor: ana, verb: { id: 'https://example.org/v' } };

test('the same person is the same again, however the address is written; another is not', () => {
  const hide = createHider();
  const who = (mbox: string) =>
    hideIdentities({ ...bare, actor: { mbox }, object: { id: 'urn:a' } }, hide).statement['actor'];
  expect(who('mailto:ana@EXAMPLE.org')).toEqual(who('mailto:ana@example.org'));
  expect(who('mailto:ben@example.org')).not.toEqual(who('mailto:ana@example.org'));
});

test('answers that were chosen stay, written ones go; extensions stay where they can name nobody', () => {
  const answered = (interactionType: string, extensions: object) =>
    hideIdentities(
      { ...bare, object: { id: 'urn:a', definition: { interactionType } }, result: { response: 'a', extensions } },
      createHider(),
    );
  const progress = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
  expect(answered('choice', { [progress]: 50 })).toMatchObject({
    dropped: 0,
    statement: { result: { response: 'a', extensions: { [progress]: 50 } } },
  });
  expect(answered('fill-in', { [progress]: 'Ana', 'urn:other': 1 })).toMatchObject({
    dropped: 3,
    statement: { result: {} },
  });
  expect(Object.keys(answered('fill-in', {}).statement['result'] as object)).toEqual([]);
});

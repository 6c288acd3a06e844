import { describe, expect, test } from 'vitest';
import { mergeDefinition } from './merge-definition.ts';
import { sameMeaning } from './same-meaning.ts';
import { readLanguages, toCanonical } from './to-canonical.ts';
import { toIds } from './to-ids.ts';

const [ana, ben] = [{ mbox: 'mailto:ana@example.org' }, { mbox: 'mailto:ben@example.org' }];
const bare = { actor: ana, verb: { id: 'https://example.org/v' }, object: { id: 'https://example.org/a' } };

describe('two statements mean the same', () => {
  test.each([
    [
      'what a store assigns',
      { id: 'x', stored: '2026-01-01T00:00:00Z', version: '1.0.0', authority: ana, timestamp: '2026-01-01T00:00:00Z' },
      {},
    ],
    ['the zone of a time', { timestamp: '2026-01-01T10:00:00.5Z' }, { timestamp: '2026-01-01T11:00:00.500+01:00' }],
    [
      'display and definition',
      { verb: { ...bare.verb, display: { en: 'v' } }, object: { ...bare.object, definition: { name: { en: 'a' } } } },
      {},
    ],
    [
      'the order of members',
      { actor: { objectType: 'Group', member: [ana, ben] } },
      { actor: { objectType: 'Group', member: [ben, ana] } },
    ],
    [
      'the case of ids',
      { object: { objectType: 'StatementRef', id: 'AB' } },
      { object: { id: 'ab', objectType: 'StatementRef' } },
    ],
    [
      'an activity alone or in a list',
      { context: { contextActivities: { parent: bare.object } } },
      { context: { contextActivities: { parent: [bare.object] } } },
    ],
    ['less than a hundredth of a second', { result: { duration: 'PT1.129S' } }, { result: { duration: 'PT1.12S' } }],
    [
      'the same within a statement',
      { object: { objectType: 'SubStatement', ...bare, timestamp: '2026-01-01T10:00:00Z' } },
      { object: { ...bare, objectType: 'SubStatement', timestamp: '2026-01-01T11:00:00+01:00' } },
    ],
  ])('whatever %s', (_, left, right) => {
    expect(sameMeaning({ ...bare, ...left }, { ...bare, ...right })).toBe(true);
  });

  test.each([
    ['another actor', { actor: ben }],
    ['another name', { actor: { ...ana, name: 'Ana' } }],
    ['another spelling of a duration', { result: { duration: 'PT60S' } }],
    ['one thing more', { result: { success: true } }],
    ['another verb', { verb: { id: 'https://example.org/w' } }],
  ])('but not with %s', (_, over) => {
    expect(
      sameMeaning({ ...bare, result: { duration: 'PT1M' } }, { ...bare, result: { duration: 'PT1M' }, ...over }),
    ).toBe(false);
  });

  test('nor with another time, as far as both say one', () => {
    const at = (timestamp: string) => ({ ...bare, timestamp });
    expect(sameMeaning(at('2026-01-01T10:00:00Z'), at('2026-01-01T10:00:01Z'))).toBe(false);
    expect(sameMeaning(at('2026-01-01T10:00:00.0001Z'), at('2026-01-01T10:00:00.0002Z'))).toBe(false);
  });
});

test('ids tell as little as says who and what it was', () => {
  const told = toIds({
    ...bare,
    actor: { objectType: 'Group', name: 'Team', member: [{ ...ana, name: 'Ana' }] },
    verb: { ...bare.verb, display: { en: 'v' } },
    object: { objectType: 'Activity', ...bare.object, definition: { name: { en: 'a' } } },
    context: { instructor: { ...ben, name: 'Ben' }, platform: 'p' },
  });
  expect(told).toEqual({
    ...bare,
    actor: { objectType: 'Group', member: [ana] },
    context: { instructor: ben, platform: 'p' },
  });
});

test('canonical tells one language of each map, the one that is preferred', () => {
  const statement = {
    ...bare,
    verb: { ...bare.verb, display: { 'en-US': 'did', nl: 'deed' } },
    object: { id: 'https://example.org/a' },
  };
  const definition = {
    name: { en: 'a', 'nl-NL': 'een' },
    choices: [{ id: '1', description: { fr: 'un', nl: 'een' } }],
  };
  const told = toCanonical(statement, () => definition, readLanguages('fr;q=0.1, nl;q=0.9, *, de;q=0'));
  expect(told).toMatchObject({
    verb: { display: { nl: 'deed' } },
    object: { definition: { name: { 'nl-NL': 'een' }, choices: [{ description: { nl: 'een' } }] } },
  });
  expect(toCanonical(statement, () => null, [])).toMatchObject({ verb: { display: { 'en-US': 'did' } } });
});

test('a definition is changed by those who may, and added to by others', () => {
  const held = { name: { en: 'a' }, type: 'https://example.org/t' };
  const given = { name: { en: 'b', nl: 'b' }, type: 'https://example.org/u', moreInfo: 'https://example.org/m' };
  expect(mergeDefinition(null, given, false)).toEqual(given);
  expect(mergeDefinition(held, given, true)).toEqual(given);
  expect(mergeDefinition(held, given, false)).toEqual({ name: { en: 'a', nl: 'b' }, type: 'https://example.org/t' });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { signOff1, type SignOff } from './sign-off-records.ts';
import { signOffState } from './sign-off-state.ts';

const [ours, other] = ['a'.repeat(43), 'b'.repeat(43)];
const asked = { pack: 'nl-residence', version: '2026.10', hash: ours };

function item(change: Partial<SignOff>): { readonly content: SignOff } {
  return {
    content: {
      ...asked,
      role: 'lawyer',
      name: 'A Lawyer',
      on: civilDate('2026-11-24'),
      remark: '',
      withdrawn: null,
      ...change,
    },
  };
}

const withdrawn = { on: civilDate('2026-12-01'), reason: 'a new judgment' };

describe('whether rules are signed off', () => {
  test('asks for the very rules: pack, version and hash', () => {
    expect(signOffState([], asked).state).toBe('none');
    expect(signOffState([item({})], asked).state).toBe('signed');
    expect(signOffState([item({ pack: 'nl-complaint' })], asked).state).toBe('none');
    expect(signOffState([item({ hash: other })], asked).state).toBe('other-rules');
    expect(signOffState([item({ version: '2026.2' })], asked).state).toBe('older');
    // Numbers, not letters: 2026.9 comes before 2026.10, and 2026.11 says nothing of it.
    expect(signOffState([item({ version: '2026.9' })], asked).state).toBe('older');
    expect(signOffState([item({ version: '2026.11' })], asked).state).toBe('none');
    expect(signOffState([item({ withdrawn })], asked).state).toBe('withdrawn');
    expect(signOffState([item({ withdrawn, version: '2026.9' })], asked).state).toBe('none');
  });

  test('keeps those of a lawyer and of a coordinator beside each other, and tells the newest older version', () => {
    const both = signOffState([item({}), item({ role: 'coordinator', name: '' })], asked);
    expect(both.state === 'signed' && both.items.map(({ content }) => content.role)).toEqual(['lawyer', 'coordinator']);
    const older = signOffState([item({ version: '2026.9' }), item({ version: '2026.2' })], asked);
    expect(older.state === 'older' && older.item.content.version).toBe('2026.9');
  });

  test('never says signed of other rules or of what was withdrawn, whatever lies there in whatever order', () => {
    const some = fc.record({
      pack: fc.constantFrom('nl-residence', 'nl-complaint'),
      version: fc.constantFrom('2026.2', '2026.9', '2026.10', '2026.11'),
      hash: fc.constantFrom(ours, other),
      role: fc.constant('lawyer' as const),
      withdrawn: fc.constantFrom(null, withdrawn),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (changes) => {
        const items = changes.map(item);
        const told = signOffState(items, asked);
        const standing = items.some(
          ({ content }) =>
            content.pack === asked.pack &&
            content.version === asked.version &&
            content.hash === asked.hash &&
            content.withdrawn === null,
        );
        expect(told.state === 'signed').toBe(standing);
        expect(signOffState(items.toReversed(), asked).state).toBe(told.state);
      }),
    );
  });
});

test('a lawyer has a name, a coordinator signs as the author, and a withdrawal has a reason', () => {
  const { content } = item({});
  expect(signOff1.safeParse(content).success).toBe(true);
  expect(signOff1.safeParse({ ...content, name: '' }).success).toBe(false);
  expect(signOff1.safeParse({ ...content, role: 'coordinator' }).success).toBe(false);
  expect(signOff1.safeParse({ ...content, role: 'coordinator', name: '' }).success).toBe(true);
  expect(signOff1.safeParse({ ...content, role: 'volunteer' }).success).toBe(false);
  expect(signOff1.safeParse({ ...content, withdrawn: { ...withdrawn, reason: ' ' } }).success).toBe(false);
  expect(signOff1.safeParse({ ...content, hash: 'short' }).success).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { cutFindings } from './cut-findings.ts';
import type { LedgerFinding } from './ledger-entry.ts';
import { readFinding } from './read-finding.ts';

const range = [1, 9] as const;

/** A group of this name, proved by so many figures. */
function group(target: string, steps: number, letters = 200): LedgerFinding {
  const name = 'n'.repeat(letters);
  const proof = Array.from({ length: steps }, () => ({ name, text: '12', range: [12, 12] as const }));
  return { kind: 'group', target, range, steps: proof };
}

const targets = (findings: readonly LedgerFinding[]) => findings.map((one) => 'target' in one && one.target);

describe('findings of an audit', () => {
  test('that fit are kept whole, and no more are spoken of', () => {
    const findings = [group('one', 3), { kind: 'inside', inside: 'a', around: 'b', others: 1 } as const];
    expect(cutFindings(findings)).toEqual({ why: findings });
  });

  test('that come after a long one are kept, and of the long one what is known without its steps', () => {
    const cut = cutFindings([group('first', 100), group('long', 180), group('last', 2)]);
    expect(targets(cut.why)).toEqual(['first', 'long', 'last']);
    expect(cut.why[1]).toEqual({ kind: 'group', target: 'long', range, steps: [] });
    expect(cut).not.toHaveProperty('more');
  });

  test('are never proved by a part of their steps', () => {
    const { why } = cutFindings([group('hundreds', 420, 3)]);
    expect(why).toEqual([{ kind: 'group', target: 'hundreds', range, steps: [] }]);
  });

  test('that there is no room for are counted', () => {
    const many = Array.from({ length: 73 }, (_, at) => group(`group ${String(at)}`, 1));
    const { why, more } = cutFindings(many);
    expect([why.length, more]).toEqual([50, 23]);
    expect(why).toEqual(many.slice(0, 50));
  });

  test('are all kept or counted, and can be read whatever they are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', minLength: 150, maxLength: 400 }),
    );
    const clean = name.map((text) => text.replaceAll(/\p{C}/gu, ''));
    const step = fc.record({ name: clean, text: fc.constant('12'), range: fc.constant([12, 12] as const) });
    const finding = fc.oneof(
      fc.record({
        ...{ kind: fc.constant('group' as const), target: clean, range: fc.constant(range) },
        steps: fc.array(step, { maxLength: 450, size: 'max' }),
      }),
      fc.record({ kind: fc.constant('inside' as const), inside: clean, around: clean, others: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 70 }), (findings) => {
        const { why, more = 0 } = cutFindings(findings);
        expect(why.length + more).toBe(findings.length);
        expect(JSON.stringify(why).length).toBeLessThanOrEqual(61_000);
        for (const one of why) expect(expectOk(readFinding(one, 'why'))).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openSolver } from '../../../../../tests/support/disclosure-solver.ts';
import { ledgerOf, releaseOf, saidOf, shownAs } from '../../../../../tests/support/ledger-contents.ts';
import { provenRange } from '../count-rule.ts';
import { judgeRelease } from './judge-release.ts';
import { readFigures } from './read-figures.ts';
import { largestDerived, readFinding } from './read-finding.ts';

const milliard = 1_000_000_000;

describe('what a finding says of very large groups', () => {
  test('can be read, also where rounding makes it more than the largest number that is told', async () => {
    const nine = { quarter: ['first', 'second', 'third'] };
    const ledger = ledgerOf([saidOf(11, shownAs(nine, milliard - 5))]);
    const year = releaseOf(12, { dimensions: {}, figures: [shownAs({}, milliard)] });
    const { audit } = expectOk(judgeRelease(await openSolver(60), ledger, year));
    expect(audit.verdict).toBe('warn');
    expect(JSON.stringify(audit.why)).toContain(String(milliard + 2));
    for (const finding of audit.why) expect(expectOk(readFinding(finding, 'why'))).toEqual(finding);
  });

  test('can be read for every sum of numbers that are told, and is refused above', () => {
    const told = fc.oneof(fc.integer({ min: 0, max: milliard }), fc.integer({ min: milliard - 20, max: milliard }));
    const groups = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(told, groups, (value, count) => {
        const rounded = 5 * Math.floor(value / 5) + 10;
        const figure = { sets: {}, rule: '10-5', value: Math.min(rounded, milliard) };
        expectOk(readFigures([figure], 'figures', 10));
        const { low, high } = provenRange('10-5', figure.value);
        const range = [low * count, (high ?? 0) * count] as const;
        const finding = { kind: 'group', target: 'all', range, steps: [{ name: 'all', text: null, range }] };
        expect(expectOk(readFinding(finding, 'why'))).toEqual(finding);
      }),
    );
    const above = { kind: 'group', target: 'all', range: [0, largestDerived + 1], steps: [] };
    expect(readFinding(above, 'why[0]')).toMatchObject({
      refusal: { code: 'count-malformed', path: 'why[0].range[1]' },
    });
    expect(Number.isSafeInteger(largestDerived)).toBe(true);
  });

  test('comes from numbers of a milliard at most: more is refused where it is told', () => {
    const figure = { sets: {}, rule: 'exact', value: milliard + 1 };
    expect(readFigures([figure], 'figures', 10)).toMatchObject({
      refusal: { code: 'count-malformed', path: 'figures[0].value' },
    });
    const interval = { sets: {}, rule: 'interval', value: [0, milliard + 1] };
    expect(readFigures([interval], 'figures', 10)).toMatchObject({
      refusal: { code: 'count-malformed', path: 'figures[0].value[1]' },
    });
  });
});

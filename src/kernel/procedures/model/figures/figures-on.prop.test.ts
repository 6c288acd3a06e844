import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '#platform/base';
import { figureOn, findPack, releasedPacks, type FigureRule } from '../../index.ts';

const pack = findPack(releasedPacks, 'nl-residence');
if (pack === null) throw new Error('no pack');
const start = civilDate('2020-01-01');

/** Stretches of days that follow each other, known or not, with the day each begins. */
const stretches = fc.array(fc.record({ known: fc.boolean(), days: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 8,
});

interface Built {
  readonly figure: FigureRule;
  /** The value of each day from the start; null where it is not known. */
  readonly byDay: readonly (number | null)[];
}

function build(parts: readonly { readonly known: boolean; readonly days: number }[]): Built {
  const byDay: (number | null)[] = [];
  const values = parts.map(({ known, days }, value) => {
    const row = { validFrom: addDays(start, byDay.length), validUntil: addDays(start, byDay.length + days - 1) };
    for (let day = 0; day < days; day += 1) byDay.push(known ? value : null);
    return known
      ? { ...row, value, source: { vv: 'x' }, checkedOn: '2026-11-24', confidence: 'B' as const }
      : { ...row, unknown: true as const, checkedOn: '2026-11-24' };
  });
  return { figure: { id: 'probe', unit: 'count', values }, byDay };
}

describe('a figure', () => {
  test('has exactly its value on each day of validity, and none outside', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: -12, max: 90 }), (parts, offset) => {
        const { figure, byDay } = build(parts);
        const told = figureOn({ ...pack, figures: [figure] }, 'probe', addDays(start, offset));
        const value = byDay[offset] ?? null;
        expect(told?.state).toBe(value === null ? 'unknown' : 'known');
        expect(told?.state === 'known' ? told.value : null).toBe(value);
      }),
    );
  });

  test('is unknown since the day after it was last known, up to the day before it is known again', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: -12, max: 90 }), (parts, offset) => {
        const { figure, byDay } = build(parts);
        const told = figureOn({ ...pack, figures: [figure] }, 'probe', addDays(start, offset));
        if (told?.state !== 'unknown') return;
        const known = byDay.flatMap((value, day) => (value === null ? [] : [day]));
        const [before, after] = [known.findLast((day) => day < offset), known.find((day) => day > offset)];
        expect(told.since).toBe(before === undefined ? null : addDays(start, before + 1));
        expect(told.until).toBe(after === undefined ? null : addDays(start, after - 1));
        expect(told.last?.value ?? null).toBe(before === undefined ? null : byDay[before]);
      }),
    );
  });

  test('of every released pack is known or unknown on every day, never both and never twice', () => {
    const figures = releasedPacks.flatMap((one) => (one.figures ?? []).map((figure) => ({ one, figure })));
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.integer({ min: -5000, max: 5000 }), ({ one, figure }, offset) => {
        const day = addDays(start, offset);
        const rows = figure.values.filter(
          ({ validFrom, validUntil }) => (validFrom ?? '') <= day && day <= (validUntil ?? '9999'),
        );
        expect(rows.length).toBeLessThanOrEqual(1);
        const isKnown = rows.some((row) => 'value' in row);
        expect(figureOn(one, figure.id, day)?.state).toBe(isKnown ? 'known' : 'unknown');
      }),
    );
  });
});

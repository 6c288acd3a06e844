import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, expectOk } from '#platform/base';
import { createProcedures, newestPacks, type RecordedFact } from '#modules/casework/client';
import { dayToLookFrom, suppose } from './suppose.ts';

const procedures = createProcedures();
const today = civilDate('2026-11-10');
const record = (id: string, fact: string, on: string, more: Readonly<Record<string, unknown>> = {}): RecordedFact =>
  ({ id, fact, on: civilDate(on), ...more }) as RecordedFact;

/** Frozen through and through: a supposition that wrote into the journey would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

const journey = frozen({
  packs: [...newestPacks('nl')],
  parameters: {},
  facts: [
    record('report', 'report-signed', '2026-02-02'),
    record('card', 'permit-granted', '2026-02-20', { ground: 'b' }),
    record('asked', 'extension-requested', '2026-10-01'),
    record('refused', 'extension-refused', '2026-11-06', { madeKnown: '2026-11-09' }),
  ],
});
const lodged = record('suppose-1', 'objection-lodged', '2026-11-20');

test('what is supposed is the only reason for a difference', () => {
  const from = dayToLookFrom([lodged], today);
  expect(from).toBe('2026-11-20');
  const { differences, lines } = expectOk(suppose(procedures, journey, [lodged], { today, from }));
  expect(differences).toContainEqual({
    what: 'stage',
    track: 'remedy',
    before: 'objection-open',
    after: 'objection-pending',
  });
  const dates = differences.flatMap((one) =>
    one.what === 'date' ? [[one.id, one.before?.state, one.after?.state]] : [],
  );
  expect(dates).toContainEqual(['D13:extension-refused:2026-11-06', 'running', 'met']);
  expect(dates).toContainEqual(['D15:objection-lodged:2026-11-20', undefined, 'running']);
  expect(lines.map(({ standing }) => standing)).toEqual(['counts']);
});

test('several can be supposed on top of each other, also in place of what is recorded, and each says how it would stand', () => {
  const decided = record('suppose-2', 'objection-decided', '2027-01-15', { outcome: 'founded' });
  const earlier = record('suppose-3', 'extension-refused', '2026-11-06', {
    madeKnown: '2026-11-06',
    replaces: 'refused',
  });
  const all = [lodged, decided, earlier];
  const { differences, lines } = expectOk(
    suppose(procedures, journey, all, { today, from: dayToLookFrom(all, today) }),
  );
  expect(differences).toContainEqual({
    what: 'stage',
    track: 'remedy',
    before: 'objection-open',
    after: 'closed (founded)',
  });
  expect(lines).toHaveLength(3);
  const stray = record('suppose-1', 'appeal-decided', '2026-11-20', { outcome: 'founded' });
  const alone = expectOk(suppose(procedures, journey, [stray], { today, from: civilDate('2026-11-20') }));
  expect(alone.lines[0]?.standing).toBe('not-permitted');
  const ahead = expectOk(suppose(procedures, journey, [lodged], { today, from: today }));
  expect(ahead.lines[0]?.standing).toBe('pending');
});

test('with nothing supposed it says what time alone does', () => {
  const from = civilDate('2026-12-08');
  const { differences } = expectOk(suppose(procedures, journey, [], { today, from }));
  expect(differences).toContainEqual({
    what: 'date',
    id: 'D13:extension-refused:2026-11-06',
    title: 'Objection or appeal',
    before: { due: '2026-12-07', state: 'running', confidence: 'A' },
    after: { due: '2026-12-07', state: 'missed', confidence: 'A' },
  });
});

test('nothing is different where nothing is supposed and no time passes, nor where a recorded fact is supposed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 800 }), (days) => {
      const on = addDays(today, days);
      expect(expectOk(suppose(procedures, journey, [], { today: on, from: on })).differences).toEqual([]);
    }),
    { numRuns: 20 },
  );
  const again = { ...record('suppose-1', 'report-signed', '2026-02-02') };
  const { differences, lines } = expectOk(suppose(procedures, journey, [again], { today, from: today }));
  expect([differences, lines.map(({ standing }) => standing)]).toEqual([[], ['duplicate']]);
});

test('what the engine refuses is refused, and not shown as no difference', () => {
  const wrong = record('suppose-1', 'objection-decided', '2026-11-20', { outcome: 'perhaps' });
  expect(suppose(procedures, journey, [wrong], { today, from: today }).ok).toBe(false);
});

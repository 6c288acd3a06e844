import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDate, expectOk, type RecordId } from '#platform/base';
import { testRandomBytes } from '#kernel/accounts/testing';
import type { SpaceSession } from '#kernel/spaces/client';
import { openCaseSchema } from '../contract/open-case-schema.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import type { JourneyRecord, RecordedFact } from '../model/sealed/journey-record.ts';
import { planJourney } from './journey-acts.ts';
import type { OpenedCase } from './opened-case.ts';
import { createProcedures, newestPacks } from './released-procedures.ts';

const procedures = createProcedures();
// Only the clock and the dice of a session are used to plan.
const session = {
  clock: { now: () => new Date('2026-06-01T10:00:00Z') },
  randomBytes: testRandomBytes,
} as unknown as SpaceSession;
const empty: JourneyRecord = {
  ...{ packs: [...newestPacks('nl')], parameters: {}, facts: [], written: {}, restsOn: {}, dueIds: {} },
  ...{ proposed: [], shown: [] },
};
const space = '5b8f1f2e-7d0a-4c55-9c11-2f0c2a8f7f10';
const open: OpenCase = {
  ...{
    codeName: 'Linden Kite',
    branch: space,
    phase: 'start',
    keepUntil: civilDate('2030-01-01'),
    hold: null,
    due: [],
  },
  state: { name: 'active', on: civilDate('2026-01-01'), lead: null },
};

interface Stage {
  readonly journey: JourneyRecord;
  readonly open: OpenCase;
}

function record(id: string, fact: string, on: string, more: Readonly<Record<string, unknown>> = {}): RecordedFact {
  return { id, fact, on: civilDate(on), ...more } as RecordedFact;
}

/** What a case holds after facts were recorded one after another, each saved before the next. */
function after(facts: readonly RecordedFact[], from: Stage = { journey: empty, open }): Stage {
  return facts.reduce<Stage>((before, fact) => {
    const content = { ...before.journey, facts: [...before.journey.facts, fact] };
    // Only the open values and the id of the journey are read of an opened case.
    const held = { open: before.open, records: [{ id: space as RecordId, kind: 'journey', content }] };
    const planned = expectOk(planJourney(session, procedures, held as unknown as OpenedCase, content));
    if (planned.put.kind !== 'journey') throw new Error('no journey');
    return { journey: planned.put.content, open: planned.open };
  }, from);
}

/** The row of the first date of a rule: its id and its day. */
function rowOf(
  { journey, open: { due } }: Stage,
  start: string,
): { readonly id: string; readonly date: string } | null {
  const name = Object.keys(journey.dueIds).find(
    (one) => one.startsWith(start) && due.some(({ id }) => id === journey.dueIds[one]),
  );
  const row = name === undefined ? undefined : due.find(({ id }) => id === journey.dueIds[name]);
  return row ? { id: row.id, date: row.date } : null;
}

const report = record('report', 'report-signed', '2026-02-02');
const card = record('card', 'permit-granted', '2026-02-20', { ground: 'b' });
const cardOn = (id: string, on: string, replaces: string) =>
  record(id, 'permit-granted', on, { ground: 'b', replaces });

test('a date keeps its row when the fact that triggers it is put right, also twice and back again', () => {
  const first = after([report, card]);
  const row = rowOf(first, 'D9:');
  expect(row).toMatchObject({ date: '2027-02-18' });
  let stage = first;
  let replaced = 'card';
  for (const [id, on, date] of [
    ['one', '2026-02-24', '2027-02-22'],
    ['two', '2026-03-02', '2027-02-28'],
    ['back', '2026-02-20', '2027-02-18'],
  ] as const) {
    stage = after([cardOn(id, on, replaced)], stage);
    replaced = id;
    expect(rowOf(stage, 'D9:')).toEqual({ id: row?.id, date });
    // The name of before stands for nothing any more, so no calendar is told that the day was struck out.
    expect(Object.keys(stage.journey.dueIds).filter((name) => name.startsWith('D9:'))).toEqual([
      `D9:permit-granted:${on}`,
    ]);
  }
});

test('a date that a fact taken out ended has no row; recorded again on its day it has the one of before', () => {
  const first = after([report, card]);
  const out = after([record('out', 'permit-granted', '2026-02-20', { replaces: 'card', void: true })], first);
  expect(rowOf(out, 'D9:')).toBeNull();
  const again = after([record('again', 'permit-granted', '2026-02-20', { ground: 'b' })], out);
  expect(rowOf(again, 'D9:')).toEqual(rowOf(first, 'D9:'));
});

test('of two facts of one name each date keeps its own row, also where one takes the day that the other had', () => {
  const asked = (id: string, on: string, replaces?: string) =>
    record(id, 'fund-application', on, replaces === undefined ? {} : { replaces });
  const rowOn = (stage: Stage, on: string) => rowOf(stage, `D22:fund-application:${on}`)?.id;
  const first = after([report, asked('one', '2026-05-11'), asked('two', '2026-05-13')]);
  const [one, two] = [rowOn(first, '2026-05-11'), rowOn(first, '2026-05-13')];
  const swapped = after([asked('right', '2026-05-15', 'one'), asked('other', '2026-05-11', 'two')], first);
  expect([rowOn(swapped, '2026-05-15'), rowOn(swapped, '2026-05-11')]).toEqual([one, two]);
  // Put right to the day of another that stands, the two are one date, with the row which that day had.
  const same = after([asked('same', '2026-05-13', 'one')], first);
  expect(rowOn(same, '2026-05-13')).toBe(two);
  expect(same.open.due.some(({ id }) => id === one)).toBe(false);
});

test('what the server holds of dates stays true however facts are put right: signed order, each row once, one name a row', () => {
  const act = fc.record({
    which: fc.integer({ min: 0, max: 4 }),
    days: fc.integer({ min: -9, max: 9 }),
    out: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
      const newest: (RecordedFact | null)[] = [
        report,
        card,
        record('no', 'permit-refused', '2026-05-11', { madeKnown: '2026-05-13' }),
        record('fund', 'fund-application', '2026-05-11'),
        record('fund-too', 'fund-application', '2026-05-14'),
      ];
      let stage = after(newest.flatMap((fact) => fact ?? []));
      const rows = new Map<string, string>();
      for (const [at, { which, days, out }] of acts.entries()) {
        const old = newest[which];
        if (!old) continue;
        const { void: _void, replaces: _replaces, ...kept } = old;
        const on = addDays(old.on, out ? 0 : days);
        const right = {
          ...kept,
          id: `right-${at}`,
          on,
          replaces: old.id,
          ...(out ? { void: true } : {}),
        } as RecordedFact;
        newest[which] = out ? null : right;
        stage = after([right], stage);
        expect(openCaseSchema.safeParse(stage.open).error).toBeUndefined();
        const ids = Object.values(stage.journey.dueIds);
        expect(new Set(ids).size).toBe(ids.length);
        const extension = rowOf(stage, 'D9:');
        if (extension) expect(rows.get('D9') ?? extension.id).toBe(extension.id);
        if (extension) rows.set('D9', extension.id);
      }
    }),
    { numRuns: 40 },
  );
});

import { addDays, type CivilDate } from '#platform/base';
import type {
  PracticeEvent,
  PracticeIncident,
  PracticeInner,
  PracticeRelative,
  PracticeTalk,
} from './practice-world.ts';
import { accountWords, dangers, incidents, noteWords, pieces, relatives, talks } from './inner-words.ts';

export const nothingInner: PracticeInner = {
  ...{ family: [], events: [], threats: [], account: null, incidents: [] },
  talk: { note: null, asked: null, waiting: null, praise: null },
};

/** By index, without a draw: every second case has some of it, case 12 has all, most have none of what is rare. */
export function practiceInner(index: number, accepted: CivilDate, on: CivilDate): PracticeInner {
  const full = index === 12;
  const later = addDays(accepted, 21);
  const agreedOn = later < on && index % 2 === 0 ? later : null;
  return {
    family: full || index % 3 === 0 ? some(relatives, index, 1 + (index % 3)).map((one) => relativeOf(one, on)) : [],
    events: full ? pieces.map((piece) => eventOf(piece, on)) : eventsOf(index, on),
    threats: full || index % 5 === 2 ? some(dangers, index, full ? 2 : 1) : [],
    account: full || index % 6 === 3 ? { words: pick(accountWords, index), agreedOn } : null,
    incidents: full || index % 11 === 5 ? [incidentOf(index, accepted, on)] : [],
    talk: talkOf(index, accepted, on, full),
  };
}

function eventsOf(index: number, on: CivilDate): readonly PracticeEvent[] {
  return index % 4 === 1 ? pieces.slice(0, 1 + (index % 3)).map((piece) => eventOf(piece, on)) : [];
}

function relativeOf({ age, ...relative }: (typeof relatives)[number], on: CivilDate): PracticeRelative {
  return { ...relative, birth: age === null ? null : String(Number(on.slice(0, 4)) - age) };
}

function eventOf({ ago, months, ...piece }: (typeof pieces)[number], on: CivilDate): PracticeEvent {
  return { ...piece, from: monthBefore(on, ago), to: months === 0 ? null : monthBefore(on, ago - months) };
}

/** `2024-03` as so many months before the month of a day. */
function monthBefore(on: CivilDate, months: number): string {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const all = year * 12 + (month - 1) - months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

function incidentOf(index: number, accepted: CivilDate, on: CivilDate): PracticeIncident {
  const day = addDays(on, -(4 + (index % 20)));
  return { ...pick(incidents, index), on: day < accepted ? accepted : day };
}

function talkOf(index: number, accepted: CivilDate, on: CivilDate, full: boolean): PracticeTalk {
  const day = addDays(on, -3);
  const has = (rest: number, of: number): boolean => full || index % of === rest;
  const asked = has(8, 10) && day >= accepted;
  return {
    note: has(2, 4) ? pick(noteWords, index) : null,
    asked: asked ? { on: day, words: pick(talks.asked, index), answer: pick(talks.answered, index) } : null,
    waiting: has(16, 20) ? pick(talks.waiting, index) : null,
    praise: has(5, 9) ? pick(talks.praise, index) : null,
  };
}

function some<Value>(values: readonly Value[], from: number, count: number): readonly Value[] {
  return Array.from({ length: count }, (_, at) => pick(values, from + at));
}

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

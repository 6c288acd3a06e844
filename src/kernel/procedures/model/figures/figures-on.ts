import type { Confidence, FigureRule, FigureUnit, KnownValue, Pack, Source, UnknownValue } from '../pack.ts';
import { say, textsOf } from '../say.ts';
import { figureText } from './figure-text.ts';
import { citationsToSources } from '../journey/index-of.ts';
import { dayText, numberOfDay } from '../term/day-number.ts';

interface FigureHead {
  readonly id: string;
  readonly unit: FigureUnit;
  readonly title: string;
  /** Names of the facts whose day picks the value; empty where it is the day asked. */
  readonly asOf: readonly string[];
}

/** A value as it holds on its days. */
export interface FigureValue {
  readonly value: string | number;
  /** The value in words: "€ 1.442", "6 weken". */
  readonly text: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
  readonly note: string | null;
}

/**
 * A figure on a day: its value, or that it is not known, since which day (null: never was) and up to which day (null: still),
 * with the last value before, which does not hold and is told for comparison only.
 */
export type FigureOn = FigureHead &
  (
    | ({ readonly state: 'known' } & FigureValue)
    | {
        readonly state: 'unknown';
        readonly since: string | null;
        readonly until: string | null;
        readonly last: FigureValue | null;
        readonly checkedOn: string | null;
        readonly note: string | null;
      }
  );

/** Every figure of a pack as it is on a day, in the order of the pack. A version without figures has none. */
export function figuresOn(pack: Pack, day: string, language = 'en'): readonly FigureOn[] {
  return (pack.figures ?? []).map((rule) => tellFigure(pack, rule, day, language));
}

/** One figure on a day; null where the pack has none of this id. Never a value of other days. */
export function figureOn(pack: Pack, id: string, day: string, language = 'en'): FigureOn | null {
  const rule = pack.figures?.find((one) => one.id === id);
  return rule === undefined ? null : tellFigure(pack, rule, day, language);
}

function tellFigure(pack: Pack, rule: FigureRule, day: string, language: string): FigureOn {
  const texts = textsOf(pack, language);
  const head = {
    id: rule.id,
    unit: rule.unit,
    title: say(texts, `figure.${rule.id}`),
    asOf: (rule.asOf ?? []).map(({ name }) => name),
  };
  const known = rule.values.filter(isKnown);
  const holds = known.find((row) => holdsOn(row, day));
  if (holds !== undefined) return { ...head, state: 'known', ...tellValue(pack, rule, holds, language) };
  const before = known.findLast(({ validUntil }) => validUntil !== undefined && validUntil < day);
  const after = known.find(({ validFrom }) => validFrom !== undefined && validFrom > day);
  const stated = rule.values.find((row): row is UnknownValue => !isKnown(row) && holdsOn(row, day));
  return {
    ...head,
    state: 'unknown',
    since: before?.validUntil === undefined ? null : besideDay(before.validUntil, 1),
    until: after?.validFrom === undefined ? null : besideDay(after.validFrom, -1),
    last: before === undefined ? null : tellValue(pack, rule, before, language),
    checkedOn: stated?.checkedOn ?? null,
    note: stated?.note === undefined ? null : say(texts, `note.${stated.note}`),
  };
}

function isKnown(row: KnownValue | UnknownValue): row is KnownValue {
  return !('unknown' in row);
}

function holdsOn({ validFrom, validUntil }: KnownValue | UnknownValue, day: string): boolean {
  return (validFrom ?? '') <= day && (validUntil === undefined || day <= validUntil);
}

function besideDay(day: string, days: 1 | -1): string {
  return dayText(numberOfDay(day) + days);
}

function tellValue(pack: Pack, rule: FigureRule, row: KnownValue, language: string): FigureValue {
  const texts = textsOf(pack, language);
  return {
    value: row.value,
    text: figureText(pack, rule, row.value, language),
    validFrom: row.validFrom ?? null,
    validUntil: row.validUntil ?? null,
    confidence: row.confidence,
    sources: citationsToSources(pack, row.source, row.checkedOn),
    note: row.note === undefined ? null : say(texts, `note.${row.note}`),
  };
}

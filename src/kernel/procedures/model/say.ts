import { dayText, isDay, numberOfDay, partsOfNumber, weekdayOf } from './term/day-number.ts';
import type { Pack, PackTexts } from './pack.ts';

const empty: PackTexts = {};

/** The messages of a pack in a language; English where the language is not there. */
export function textsOf(pack: Pick<Pack, 'texts'>, language: string): PackTexts {
  return pack.texts[language] ?? pack.texts['en'] ?? empty;
}

/** The key of a sentence, where rules of one name may have words of their own. */
export function wordedKey(key: string, words: string | undefined): string {
  return words === undefined ? key : `${key}.${words}`;
}

/** A message by key with its places filled; days are written out. The key itself where the message is missing. */
export function say(texts: PackTexts, key: string, values: Readonly<Record<string, string>> = {}): string {
  const message = texts[key];
  if (message === undefined) return key;
  const filled = message.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : sayValue(texts, value);
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function sayValue(texts: PackTexts, value: string): string {
  if (value.length === 10 && isDay(value)) return sayDay(texts, value);
  return value.length > 10 && /^\d{4}-\d\d-\d\dT/.test(value)
    ? `${sayDay(texts, value)}, ${value.slice(11, 16)}`
    : value;
}

/** "Friday 25 December 2026", in the words of the messages. */
export function sayDay(texts: PackTexts, day: string): string {
  const number = numberOfDay(day.length === 10 ? day : day.slice(0, 10));
  const { year, month } = partsOfNumber(number);
  const weekday = texts[`weekday.${String(weekdayOf(number))}`] ?? '';
  const name = texts[`month.${String(month)}`] ?? dayText(number);
  return `${weekday} ${String(Number(day.slice(8, 10)))} ${name} ${String(year)}`;
}

/** "4 weeks", "1 day", in the words of the messages. */
export function sayPeriod(texts: PackTexts, period: string): string {
  const amount = Number(/\d+/.exec(period)?.[0] ?? '0');
  const unit = period.startsWith('PT') ? 'H' : period.slice(-1);
  return `${String(amount)} ${texts[`unit.${unit}.${amount === 1 ? 'one' : 'more'}`] ?? unit}`;
}

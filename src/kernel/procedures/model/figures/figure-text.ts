import type { FigureRule, Pack } from '../pack.ts';
import { say, sayDay, sayPeriod, textsOf } from '../say.ts';

/** A value of a figure in words: "€1,442", "6 weeks". */
export function figureText(pack: Pack, { id, unit }: FigureRule, value: string | number, language: string): string {
  const texts = textsOf(pack, language);
  const plain = String(value);
  switch (unit) {
    case 'money':
    case 'money-per-day':
      return say(texts, `unit.${unit}`, { amount: grouped(plain, texts['number.group'] ?? ' ') });
    case 'count':
      return grouped(plain, texts['number.group'] ?? ' ');
    case 'period':
      return sayPeriod(texts, plain);
    case 'day':
      return sayDay(texts, plain);
    case 'choice':
      return say(texts, `figure.${id}.${plain}`);
    case 'code':
      return plain;
  }
}

/** "1442" as "1.442" or "1,442". */
function grouped(digits: string, mark: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, mark);
}

import { canonicalJson, type CanonicalValue } from '#platform/base';
import {
  compareAnswers,
  type AnswerDifference,
  type DateSeen,
  type JourneyAnswer,
  type Pack,
} from '#kernel/procedures';
import { rulesOf } from './pack-rules.ts';

/** The rules that two versions of a pack do not share, one a line: `-` gone, `+` new. */
export function diffRules(before: Pack, after: Pack): readonly string[] {
  const old = linesOf(before);
  const now = linesOf(after);
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}

function linesOf(pack: Pack): ReadonlySet<string> {
  return new Set(rulesOf(pack).map(({ file, value }) => `${file} ${textOf(value)}`));
}

/** What two answers to the same facts do not share, in words, one a line; each date with the old one. */
export function diffAnswers(before: JourneyAnswer, after: JourneyAnswer): readonly string[] {
  return compareAnswers(before, after).map(lineOf);
}

function lineOf(difference: AnswerDifference): string {
  switch (difference.what) {
    case 'stage':
      return `stage of ${difference.track}: ${changeIn(difference.before, difference.after)}`;
    case 'date':
      return `date ${difference.id}, ${difference.title}: ${changeIn(dateIn(difference.before), dateIn(difference.after))}`;
    case 'right':
    case 'obligation':
    case 'document':
    case 'warning':
    case 'step':
      return `${difference.what} ${difference.id}: ${changeIn(difference.before, difference.after)}`;
  }
}

function dateIn(date: DateSeen | null): string | null {
  return date && `${date.due} ${date.state}, confidence ${date.confidence}`;
}

function changeIn(before: string | null, after: string | null): string {
  if (before === null) return `new, ${after ?? ''}`;
  return after === null ? `gone, was ${before}` : `${after}, was ${before}`;
}

function textOf(value: unknown): string {
  // Rules and answers are made of strings, whole numbers, booleans, null, lists and objects.
  return canonicalJson(value as CanonicalValue);
}

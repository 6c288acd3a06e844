import { canonicalJson, type CanonicalValue } from '#platform/base';
import type { JourneyAnswer, Pack } from '#kernel/procedures';
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

/** What two answers to the same facts do not share, member by member. */
export function diffAnswers(before: JourneyAnswer, after: JourneyAnswer): readonly string[] {
  const lines: string[] = [];
  const [old, now] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  for (const [key, value] of old) {
    const other = now.get(key);
    if (!Array.isArray(value) || !Array.isArray(other)) continue;
    const [left, right] = [
      new Set(value.map((one: unknown) => textOf(one))),
      new Set(other.map((one: unknown) => textOf(one))),
    ];
    for (const line of left) if (!right.has(line)) lines.push(`- ${key} ${line}`);
    for (const line of right) if (!left.has(line)) lines.push(`+ ${key} ${line}`);
  }
  return lines;
}

function textOf(value: unknown): string {
  // Rules and answers are made of strings, whole numbers, booleans, null, lists and objects.
  return canonicalJson(value as CanonicalValue);
}

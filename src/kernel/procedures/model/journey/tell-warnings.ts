import type { Deadline, Warning } from '../answer.ts';
import type { PackTexts, WarningRule, WarningValue } from '../pack.ts';
import { say, textsOf } from '../say.ts';
import { holds, permitDay } from './holds.ts';
import type { Entry } from './order-facts.ts';
import { gapsBetween } from './permits.ts';
import type { Course, RawWarning } from './run-tracks.ts';
import { lastIndex, matches, textField, type DatedRule, type PackIndex, type View } from './view.ts';

/** What a careful colleague would say, each thing once: from the steps taken, the rules, the dates, the calendar. */
export function tellWarnings(course: Course, view: View, deadlines: readonly Deadline[]): readonly Warning[] {
  const raw: RawWarning[] = [...course.warnings];
  for (const index of view.packs) {
    const gap = index.pack.permits?.gapWarning;
    if (gap !== undefined)
      raw.push(
        ...gapsBetween(course.permits, view.count, course.lateAt).map((values) => ({
          code: gap,
          values: { ...values },
        })),
      );
    raw.push(...index.pack.warnings.flatMap((rule) => fromRule(view, index, rule)));
  }
  for (const { ref, confidence } of deadlines)
    if (confidence === 'GK') raw.push({ code: 'unverified-rule', values: { ref } });
  return [...unique(raw).map((warning) => inWords(view, warning)), ...calendarWarnings(view)];
}

function fromRule(view: View, index: PackIndex, rule: WarningRule): readonly RawWarning[] {
  const { each } = rule;
  if (each === undefined) {
    if (rule.when !== undefined && !holds(view, rule.when, { index })) return [];
    return [{ code: rule.code, values: valuesOf(view, rule, undefined) }];
  }
  return view.entries.flatMap((entry, place) => {
    if (!matches(entry, each)) return [];
    if (rule.when !== undefined && !holds(view, rule.when, { index, trigger: entry, triggerIndex: place })) return [];
    return [{ code: rule.code, values: valuesOf(view, rule, entry), fact: { fact: entry.name, on: entry.fact.on } }];
  });
}

function valuesOf(view: View, rule: WarningRule, entry: Entry | undefined): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(rule.values ?? {})) {
    const text = valueOf(view, value, entry);
    if (text !== null) values[name] = text;
  }
  return values;
}

function valueOf(view: View, value: WarningValue, entry: Entry | undefined): string | null {
  if ('text' in value) return value.text;
  if ('permit' in value) return permitDay(view, value.permit);
  if ('dayOf' in value) return view.entries[lastIndex(view, value.dayOf)]?.fact.on ?? null;
  return entry === undefined ? null : textField(entry, value.field);
}

function unique(raw: readonly RawWarning[]): readonly RawWarning[] {
  const seen = new Set<string>();
  return raw.filter((warning) => {
    const key = JSON.stringify([warning.code, Object.entries(warning.values), warning.fact?.fact, warning.fact?.on]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inWords(view: View, { code, values, fact }: RawWarning): Warning {
  const key = `warning.${code}`;
  const named: Record<string, string> = { ...values };
  const { guard, ref } = values;
  if (guard !== undefined) named['guard'] = nameIn(view, `guard.${guard}`) ?? guard;
  if (ref !== undefined) named['ref'] = nameIn(view, `deadline.${ref}`) ?? nameIn(view, `rule.${ref}`) ?? ref;
  if (fact !== undefined) {
    named['fact'] = nameIn(view, `fact.${fact.fact}`) ?? fact.fact;
    named['on'] = fact.on;
  }
  return { code, ...values, ...(fact === undefined ? {} : { fact }), text: say(textsWith(view, key), key, named) };
}

/** The words of a code in the first pack that has them: not every pack that says a warning names the rule it is about. */
function nameIn(view: View, key: string): string | undefined {
  return textsWith(view, key)[key];
}

function textsWith(view: View, key: string): PackTexts {
  return view.packs.map(({ pack }) => textsOf(pack, view.language)).find((texts) => texts[key] !== undefined) ?? {};
}

function calendarWarnings(view: View): readonly Warning[] {
  const told = new Map<string, Warning>();
  for (const dates of view.dated.values()) {
    for (const dated of dates)
      for (const warning of dated.reckoned.term.warnings) if (concerns(dated, warning)) told.set(warning.text, warning);
  }
  return [...told.values()].toSorted((left, right) => (left.text < right.text ? -1 : 1));
}

/** An earlier day is safe for who must act; it is told while it can help, and where somebody acted only after it. */
function concerns({ rule, state, metOn }: DatedRule, { safe }: Warning): boolean {
  if (typeof safe !== 'string') return true;
  return rule.addressee === 'person' && (state === 'running' || (state === 'met' && (metOn ?? '') > safe));
}

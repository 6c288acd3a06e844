import fc from 'fast-check';
import { addDays, civilDate } from '#platform/base';
import type { Fact, FieldRule, Pack } from '#kernel/procedures';

const first = civilDate('2023-01-02');

/** A day between 2023 and 2028. */
export const anyDay: fc.Arbitrary<string> = fc.integer({ min: 0, max: 700 }).map((days) => addDays(first, days));

function fieldValue(pack: Pack, field: FieldRule): fc.Arbitrary<string | boolean> {
  switch (field.kind) {
    case 'day':
      return anyDay;
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.constantFrom('one', 'two');
    case 'document':
      return fc.constantFrom(...pack.documentIds);
    case 'choice':
    case 'period':
      return fc.constantFrom(...(field.choices ?? ['']));
  }
}

/** One fact of the vocabulary of a pack's country, with its required fields and sometimes the others. */
export function anyFact(pack: Pack): fc.Arbitrary<Fact> {
  return fc.constantFrom(...pack.facts).chain((rule) => {
    const required = rule.fields.filter((field) => field.required === true).map((field) => field.name);
    const fields = Object.fromEntries(rule.fields.map((field) => [field.name, fieldValue(pack, field)]));
    return fc
      .record({ on: anyDay, extra: fc.record(fields, { requiredKeys: required }) })
      .map(({ on, extra }): Fact => ({ ...extra, fact: rule.name, on }));
  });
}

/** Courses that move: facts drawn more often from those that begin and decide things. */
export function anyFacts(pack: Pack): fc.Arbitrary<readonly Fact[]> {
  const telling = [
    'reflection-granted',
    'report-signed',
    'permit-granted',
    'extension-requested',
    'extension-refused',
    'objection-lodged',
    'objection-decided',
    'continued-stay-requested',
  ];
  const often: Pack = { ...pack, facts: pack.facts.filter(({ name }) => telling.includes(name)) };
  return fc.array(fc.oneof({ arbitrary: anyFact(often), weight: 2 }, { arbitrary: anyFact(pack), weight: 1 }), {
    maxLength: 14,
  });
}

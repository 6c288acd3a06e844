import { addDays, civilDate } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import type { Finding } from './finding.ts';

type Row = NonNullable<Pack['figures']>[number]['values'][number];

/** Figures whose values overlap, leave days out or never hold, and figures and people told twice. */
export function checkRulebook(pack: Pack): readonly Finding[] {
  return [...(pack.figures ?? []).flatMap(({ id, values }, place) => checkValues(id, values, place)), ...twice(pack)];
}

/** The values of a figure follow each other without a day between them; where none is known, a row says so. */
function checkValues(id: string, values: readonly Row[], figure: number): readonly Finding[] {
  return values.flatMap((row, place): readonly Finding[] => {
    const at = { file: 'figures.yaml', path: ['figures', figure, 'values', place] } as const;
    const before = values[place - 1];
    const wrong: Finding[] = [];
    if ((row.validFrom ?? '0000') > (row.validUntil ?? '9999'))
      wrong.push({ ...at, code: 'validity-empty', text: `${id} ends before it begins` });
    if (place > 0 && (before?.validUntil ?? '9999') >= (row.validFrom ?? '0000'))
      wrong.push({ ...at, code: 'validity-overlaps', text: `${id} has two values for the same days` });
    else if (before?.validUntil !== undefined && row.validFrom !== dayAfter(before.validUntil))
      wrong.push({ ...at, code: 'validity-gap', text: `${id} says nothing of the days before: tell them unknown` });
    if (place === values.length - 1 && row.validUntil !== undefined)
      wrong.push({ ...at, code: 'validity-gap', text: `${id} says nothing of the days after: tell them unknown` });
    return wrong;
  });
}

function dayAfter(day: string): string {
  return addDays(civilDate(day), 1);
}

function twice(pack: Pack): readonly Finding[] {
  const figures = again((pack.figures ?? []).map(({ id }) => id));
  const people = again((pack.people ?? []).map(({ id, who, track }) => `${id} of ${who} in ${track}`));
  return [
    ...figures.map(([place, text]): Finding => ({
      file: 'figures.yaml',
      path: ['figures', place],
      code: 'rule-twice',
      text,
    })),
    ...people.map(([place, text]): Finding => ({
      file: 'people.yaml',
      path: ['people', place],
      code: 'rule-twice',
      text,
    })),
  ];
}

/** The names that stand in a list before, with their places. */
function again(names: readonly string[]): readonly (readonly [number, string])[] {
  return names.flatMap((name, place) => (names.indexOf(name) < place ? [[place, name] as const] : []));
}

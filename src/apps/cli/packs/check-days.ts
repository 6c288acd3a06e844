import { addDays, type CivilDate } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import type { Finding } from './finding.ts';
import { rulesOf } from './pack-rules.ts';

/** Days after which a source is to be read again: a year. */
const readAgainAfter = 366;

/** Sources that were read too long ago, and rules whose days of validity do not fit together. */
export function checkDays(pack: Pack, on: CivilDate): readonly Finding[] {
  return [...checkedLongAgo(pack, on), ...checkValidity(pack)];
}

function checkedLongAgo(pack: Pack, on: CivilDate): readonly Finding[] {
  const oldest = addDays(on, -readAgainAfter);
  // Also what was looked for and not found: somebody looks again.
  return rulesOf(pack).flatMap(({ file, path, value }): readonly Finding[] => {
    const day = 'checkedOn' in value && typeof value.checkedOn === 'string' ? value.checkedOn : '';
    return day === '' || day >= oldest
      ? []
      : [{ file, path, code: 'checked-long-ago', text: `its source was read on ${day}: read it again` }];
  });
}

/** Two dated rules of one ref must be told apart by their trigger, a condition, or the days on which they hold. */
function checkValidity(pack: Pack): readonly Finding[] {
  return pack.deadlines.flatMap((rule, place): readonly Finding[] => {
    const at = { file: 'deadlines.yaml', path: ['deadlines', place] } as const;
    const [from, until] = [rule.validFrom ?? '0000', rule.validUntil ?? '9999'];
    const empty: readonly Finding[] =
      from <= until ? [] : [{ ...at, code: 'validity-empty', text: `${rule.ref} ends before it begins` }];
    const same = pack.deadlines
      .slice(0, place)
      .filter((other) => other.ref === rule.ref && occasionOf(other) === occasionOf(rule))
      .filter((other) => (other.validFrom ?? '0000') <= until && from <= (other.validUntil ?? '9999'));
    return same.length === 0
      ? empty
      : [...empty, { ...at, code: 'validity-overlaps', text: `${rule.ref} is told twice for the same days` }];
  });
}

function occasionOf({ trigger, when }: Pack['deadlines'][number]): string {
  return JSON.stringify([trigger, when ?? null]);
}

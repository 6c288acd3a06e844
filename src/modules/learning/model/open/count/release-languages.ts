import { fewest, isSafe } from './release-steps.ts';

/** People by the language in which they finished. */
export type ByLanguage = ReadonlyMap<string, number>;

/** Languages of a partner month by month, and the steps in which its people are told. */
export interface PartnerLanguages {
  readonly months: readonly ByLanguage[];
  readonly steps: readonly { readonly until: number }[];
}

/** People of all partners together by language, up to and with a month; month 0 while nothing may be told. */
export interface ReleasedLanguages {
  readonly until: number;
  readonly people: ByLanguage;
}

/**
 * In which languages people of partners finished: of all partners together, of just those people who are told, and only when since
 * the last time each language has grown by none or by at least `least`.
 */
export function releaseLanguages(
  partners: readonly PartnerLanguages[],
  closed: number,
  least: number = fewest,
): ReleasedLanguages {
  let told: ReleasedLanguages = { until: 0, people: new Map() };
  for (let month = 1; month <= closed; month += 1) {
    const now = sumLanguages(partners.flatMap((partner) => toldUpTo(partner, month)));
    if ([...now].every(([language, people]) => isSafe(people - (told.people.get(language) ?? 0), least)))
      told = { until: month, people: now };
  }
  return told;
}

/** Months of a partner within its steps that ended by a month. */
function toldUpTo({ months, steps }: PartnerLanguages, month: number): readonly ByLanguage[] {
  const last = steps.findLast(({ until }) => until <= month)?.until ?? 0;
  return months.slice(0, last);
}

/** Adds up, by language. */
export function sumLanguages(all: readonly ByLanguage[]): ByLanguage {
  const sum = new Map<string, number>();
  for (const one of all) for (const [language, people] of one) sum.set(language, (sum.get(language) ?? 0) + people);
  return sum;
}

import type { TenantId, UserId } from '#platform/base';
import type { CategorySets, KnownEntry, LedgerContent, LedgerFigure } from '#kernel/disclosure';

type Of<Kind extends LedgerContent['kind']> = Extract<LedgerContent, { readonly kind: Kind }>;

/** An id that is told by its number. */
export const numbered = <Id extends string>(number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;

export const ledgerDay = '2026-12-01';
export const supported = 'Persons supported 2025';
const common = { v: 1, tenant: numbered<TenantId>(1), author: numbered<UserId>(2), written: ledgerDay } as const;

/** What a release tells. */
export interface Told {
  readonly dimensions: CategorySets;
  readonly figures: readonly LedgerFigure[];
}

/** A release of the people of 2025. */
export function releaseOf(number: number, told: Told, more: Partial<Of<'release'>> = {}): Of<'release'> {
  return {
    ...{ ...common, ...told, id: numbered(number), kind: 'release', population: supported, floor: 10 },
    ...{ audience: 'public', document: { title: 'Report', version: '1' }, menu: null, tables: [], state: null },
    ...more,
  };
}

/** The same, in the place of the release with the number 10. */
export function correctionOf(number: number, told: Told): Of<'correction'> {
  return { ...releaseOf(number, told), kind: 'correction', corrects: numbered(10), why: 'Counted twice' };
}

/** A number of theirs that was said. */
export function saidOf(number: number, figure: LedgerFigure, more: Partial<Of<'said'>> = {}): Of<'said'> {
  const said = { ...common, id: numbered<Of<'said'>['id']>(number), kind: 'said', population: supported } as const;
  return { ...said, figures: [figure], floor: 10, on: ledgerDay, where: 'Round table', afterwards: false, ...more };
}

/** A ledger of these, each added on its day, or on the day on which it was written. */
export function ledgerOf(contents: readonly LedgerContent[], days: readonly string[] = []): readonly KnownEntry[] {
  return contents.map((content, at) => ({ content, on: days[at] ?? content.written }));
}

/** A number by the 10-5 rule, and one as it is. */
export const shownAs = (sets: CategorySets, value: number | null): LedgerFigure => ({ sets, rule: '10-5', value });
export const exactly = (sets: CategorySets, value: number): LedgerFigure => ({ sets, rule: 'exact', value });

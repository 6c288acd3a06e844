import { foldName, tableFigures, type LedgerContent, type LedgerEntryId, type ReleaseTable } from '#kernel/disclosure';
import { toLabel } from './to-label.ts';

/** What somebody typed of a release. */
export interface TypedRelease {
  readonly population: string;
  readonly rows: string;
  readonly columns: string;
  readonly document: string;
  readonly version: string;
  readonly audience: 'public' | 'named';
  /** The entry that it corrects; null for a first release. */
  readonly corrects: LedgerEntryId | null;
  readonly why: string;
  /** Below it nothing is told: 10, 15 or 20; where these people were released by a higher one, that one holds. */
  readonly floor: number;
}

export const releaseFields = ['population', 'rows', 'columns', 'document', 'version', 'why'] as const;
export type ReleaseField = (typeof releaseFields)[number];

/** A release as the ledger takes it, but for who signs it and when. */
export type DraftedRelease<
  Content extends LedgerContent = Extract<LedgerContent, { readonly kind: 'release' | 'correction' }>,
> = Content extends unknown ? Omit<Content, 'v' | 'tenant' | 'author' | 'written'> : never;

/** Reads what was typed about a table of true counts, or says which fields are wrong. Only numbers by the 10-5 rule go into it. */
export function readRelease(
  typed: TypedRelease,
  { table, parts }: Pick<ReleaseTable, 'table' | 'parts'>,
  { id, floor }: { readonly id: LedgerEntryId; readonly floor: number },
): { readonly draft: DraftedRelease; readonly from: ReleaseTable } | { readonly wrong: readonly ReleaseField[] } {
  const dimensions = { rows: toLabel(typed.rows), columns: toLabel(typed.columns) };
  const [population, why] = [toLabel(typed.population), toLabel(typed.why)];
  // A list divides people by its rows alone.
  const isList = table.columns.length === 1;
  const document = { title: toLabel(typed.document), version: toLabel(typed.version) };
  const holds: Readonly<Record<ReleaseField, boolean>> = {
    ...{ population: population !== '', rows: dimensions.rows !== '' },
    columns: isList || (dimensions.columns !== '' && foldName(dimensions.columns) !== foldName(dimensions.rows)),
    ...{ document: document.title !== '', version: document.version !== '' },
    why: typed.corrects === null || why !== '',
  };
  const wrong = releaseFields.filter((field) => !holds[field]);
  if (wrong.length > 0) return { wrong };
  const { audience, corrects } = typed;
  const common = {
    ...{ id, population, floor, audience, document, menu: null, state: null },
    // A table is known by what it divides people by, in whatever order: it is released once, and then only corrected.
    tables: [nameOfTable(isList ? [dimensions.rows] : [dimensions.rows, dimensions.columns])],
    ...tableFigures(cleaned(table), dimensions, parts, floor),
  };
  return {
    draft: corrects === null ? { ...common, kind: 'release' } : { ...common, kind: 'correction', corrects, why },
    from: { table: cleaned(table), dimensions, parts },
  };
}

function nameOfTable(dimensions: readonly string[]): string {
  return dimensions.toSorted((one, other) => foldName(one).localeCompare(foldName(other))).join(' × ');
}

function cleaned(table: ReleaseTable['table']): ReleaseTable['table'] {
  return { ...table, rows: table.rows.map(toLabel), columns: table.columns.map(toLabel) };
}

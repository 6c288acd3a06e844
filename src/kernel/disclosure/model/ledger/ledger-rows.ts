import { countText } from '../count-rule.ts';
import type { Cell } from '../write-csv.ts';
import type { CategorySets, LedgerEntry, LedgerFigure } from './ledger-entry.ts';

const head = [
  'entry',
  'day',
  'kind',
  'population',
  'groups',
  'rule',
  'value',
  'audience',
  'document',
  'version',
  'where',
];
const rest = ['verdict', 'insiders', 'reason', 'withdrawn', 'corrected', 'author', 'approver', 'id'];

/** A ledger as a table: one row for each figure, and one for each entry without any. Names of columns are those of the entries. */
export function ledgerRows(entries: readonly LedgerEntry[]): readonly (readonly Cell[])[] {
  const withdrawn = withdrawnIds(entries);
  const corrected = new Set(
    entries.flatMap(({ content }) => (content.kind === 'correction' ? [content.corrects] : [])),
  );
  const rows = entries.flatMap(({ content, seal }) => {
    const document =
      'document' in content ? [content.audience, content.document.title, content.document.version] : ['', '', ''];
    const before = [seal.seq, seal.on, content.kind];
    const after = [
      ...[seal.audit?.verdict ?? '', seal.audit?.insiders ?? '', seal.reason ?? ''],
      ...[withdrawn.has(content.id) ? 'yes' : '', corrected.has(content.id) ? 'yes' : ''],
      ...[content.author, seal.by, content.id],
    ];
    if (content.kind === 'withdrawal')
      return [[...before, '', '', '', content.withdraws, ...document, content.why, ...after]];
    const where = content.kind === 'said' ? content.where : content.kind === 'outside' ? content.source : '';
    return content.figures.map((figure) => [
      ...[...before, content.population, groupsText(figure.sets), figure.rule, valueText(figure, content.floor)],
      ...[...document, where, ...after],
    ]);
  });
  return [[...head, ...rest], ...rows];
}

/** Entries that were withdrawn: what they told is not used any more, and stays known. */
export function withdrawnIds(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ content }) => (content.kind === 'withdrawal' ? [content.withdraws] : [])));
}

/** A figure as it stands in print; an interval as its ends. */
export function valueText({ value }: LedgerFigure, floor?: number): string {
  if (typeof value === 'object' && value !== null)
    return `${String(value[0])}–${value[1] === null ? '' : String(value[1])}`;
  return countText(value, floor);
}

/** The groups of a figure, such as "gender: woman"; empty for everybody. */
export function groupsText(sets: CategorySets): string {
  return Object.entries(sets)
    .map(([dimension, categories]) => `${dimension}: ${categories.join(' + ')}`)
    .join('; ');
}

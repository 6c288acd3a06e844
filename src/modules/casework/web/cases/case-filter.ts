import { compareText, addDays, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import { isRunning, nextDate, type OpenCase, type Phase } from '#modules/casework';
import type { CaseloadEntry } from '#modules/casework/client';

/** Saved views of the list, by their codes. */
export const caseViews = ['open', 'overdue', 'next30', 'no-lead', 'all'] as const;
export type CaseViewName = (typeof caseViews)[number];

/** One line of the list: an entry whose open values have the right form. */
export interface CaseLine {
  readonly id: SpaceId;
  readonly entry: CaseloadEntry;
  readonly open: OpenCase;
  readonly next: CivilDate | null;
  readonly lead: UserId | null;
}

/** The lines of a caseload, next date first, then code name. */
export function caseLines(entries: readonly CaseloadEntry[]): readonly CaseLine[] {
  return entries
    .flatMap((entry) => (entry.open ? [lineOf(entry, entry.open)] : []))
    .toSorted(
      (left, right) =>
        compareText(left.next ?? '9999', right.next ?? '9999') || compareText(left.open.codeName, right.open.codeName),
    );
}

function lineOf(entry: CaseloadEntry, open: OpenCase): CaseLine {
  const lead = open.state.name === 'active' ? open.state.lead : null;
  return { id: entry.id, entry, open, next: nextDate(ours(open)), lead };
}

/** Dates that we must act on; an authority's dates do not push a case up. */
function ours(open: OpenCase): OpenCase['due'] {
  return open.due.filter(({ whose }) => whose === 'person');
}

/** Whether a line belongs to a view on a day. */
export function isInView(line: CaseLine, view: CaseViewName, today: CivilDate): boolean {
  const running = isRunning(line.open.state.name);
  switch (view) {
    case 'all':
      return true;
    case 'open':
      return running;
    case 'overdue':
      return running && line.next !== null && line.next < today;
    case 'next30':
      return running && line.next !== null && line.next >= today && line.next <= addDays(today, 30);
    case 'no-lead':
      return (
        running && (line.open.state.name === 'accepted' || (line.open.state.name === 'active' && line.lead === null))
      );
  }
}

/** Whether a line fits the chosen phase and lead; empty means any. */
export function fitsFilter(line: CaseLine, filter: { readonly phase: Phase | ''; readonly lead: string }): boolean {
  return (filter.phase === '' || line.open.phase === filter.phase) && (filter.lead === '' || line.lead === filter.lead);
}

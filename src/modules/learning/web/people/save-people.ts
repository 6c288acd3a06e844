import type { Messages } from '#kernel/languages';
import { writeCsv } from '#kernel/disclosure';
import { handFile } from '../hand-file.ts';
import type { PeopleList } from './people-calls.ts';

/** Hands the list to whoever sits before the browser: label, how they stand, and the day that goes with it. */
export function savePeople({ organisation, asOf, people }: PeopleList, t: Messages): void {
  const rows = people.map(({ label, invitation, standing }) => [
    label,
    t(`learning.people.file.${standing.state}`),
    dayOf(standing) ?? '',
    t(`learning.people.file.${invitation}`),
  ]);
  const heading = ['label', 'state', 'day', 'invitation'] as const;
  const table = writeCsv([[organisation, asOf], heading.map((one) => t(`learning.people.column.${one}`)), ...rows]);
  handFile(new TextEncoder().encode(table), `baken-people-${asOf}.csv`, 'text/csv');
}

function dayOf(standing: PeopleList['people'][number]['standing']): string | null {
  if (standing.state === 'done') return standing.until;
  return standing.state === 'due' ? standing.by : standing.since;
}

import type { CivilDate, RecordId } from '#platform/base';
import type { Requirement as PackRequirement } from '#kernel/procedures';
import type { Paper } from './paper-records.ts';

/** A document that a step needs, as the journey lists it; requirements of one group stand in for each other. */
export type Requirement = Pick<PackRequirement, 'id' | 'oneOf'>;

/** A paper of the case with its record id. */
export interface FiledPaper {
  readonly id: RecordId;
  readonly paper: Paper;
}

/** One row of the checklist. `lapsed` names the day on which the newest fitting paper ran out. */
export type ChecklistRow = { readonly requirement: string; readonly oneOf: string | null } & (
  | { readonly state: 'met'; readonly papers: readonly RecordId[] }
  | { readonly state: 'lapsed'; readonly papers: readonly RecordId[]; readonly on: CivilDate }
  | { readonly state: 'missing' }
  /** Another requirement of its group is met. */
  | { readonly state: 'not-needed' }
);

/**
 * What meets each requirement on the day of sending: a paper that names it, or whose kind it is, and
 * that is in date on that day. The order is that of the requirements.
 */
export function requirementsMet(
  requirements: readonly Requirement[],
  papers: readonly FiledPaper[],
  on: CivilDate,
): readonly ChecklistRow[] {
  const rows = requirements.map((requirement) => rowOf(requirement, papers, on));
  const groupsMet = new Set(rows.filter(({ state }) => state === 'met').map(({ oneOf }) => oneOf));
  return rows.map((row) =>
    row.state !== 'met' && row.oneOf !== null && groupsMet.has(row.oneOf)
      ? { requirement: row.requirement, oneOf: row.oneOf, state: 'not-needed' }
      : row,
  );
}

/** Whether everything is there; rows that another of their group stands in for count as such. */
export function isComplete(rows: readonly ChecklistRow[]): boolean {
  return rows.every(({ state }) => state === 'met' || state === 'not-needed');
}

function rowOf(
  { id, oneOf = null }: Pick<Requirement, 'id'> & { readonly oneOf?: string | null },
  papers: readonly FiledPaper[],
  on: CivilDate,
): ChecklistRow {
  const fitting = papers.filter(({ paper }) => paper.document === id || paper.meets.includes(id));
  const inDate = fitting.filter(({ paper }) => paper.validUntil === null || paper.validUntil >= on);
  const ids = (list: readonly FiledPaper[]) => list.map((filed) => filed.id);
  if (inDate.length > 0) return { requirement: id, oneOf, state: 'met', papers: ids(inDate) };
  const lastDay = fitting
    .map(({ paper }) => paper.validUntil)
    .filter((until) => until !== null)
    .toSorted()
    .at(-1);
  if (lastDay !== undefined) return { requirement: id, oneOf, state: 'lapsed', papers: ids(fitting), on: lastDay };
  return { requirement: id, oneOf, state: 'missing' };
}

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

/** One row of the checklist; `papers` are those that fit, in the order of the case. */
export type ChecklistRow = { readonly requirement: string; readonly oneOf: string | null } & (
  | { readonly state: 'met'; readonly papers: readonly RecordId[] }
  /** Something fits and is not in the application yet. */
  | { readonly state: 'here'; readonly papers: readonly RecordId[] }
  /** `on` is the day on which the newest fitting paper ran out. */
  | { readonly state: 'lapsed'; readonly papers: readonly RecordId[]; readonly on: CivilDate }
  /** Only its existence is known: there is no file that could be part of a bundle. */
  | { readonly state: 'no-file'; readonly papers: readonly RecordId[] }
  /** A translation is there and what it translates is not. */
  | { readonly state: 'no-source'; readonly papers: readonly RecordId[] }
  | { readonly state: 'missing' }
  /** Another requirement of its group is met. */
  | { readonly state: 'not-needed' }
);

/** What is in the application, and what a filled official form stands for. */
export interface UsedParts {
  /** Papers that somebody took into the application; null takes every paper of the case. */
  readonly papers: ReadonlySet<RecordId> | null;
  /** Requirement ids that the filled form of the application meets, with the form's id. */
  readonly form?: { readonly id: RecordId; readonly meets: readonly string[] } | null;
}

const all: UsedParts = { papers: null };

/**
 * What meets each requirement on the day of sending: a paper that names it, or whose kind it is, that is
 * in date on that day, has a file, and was taken into the application; or the filled form. A translation
 * counts only beside what it translates. The order is that of the requirements.
 */
export function requirementsMet(
  requirements: readonly Requirement[],
  papers: readonly FiledPaper[],
  on: CivilDate,
  used: UsedParts = all,
): readonly ChecklistRow[] {
  const rows = requirements.map((requirement) => rowOf(requirement, papers, on, used));
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

/** Whether a paper is meant for a requirement: it is of that kind, or names it. */
export function fits(paper: Paper, requirement: string): boolean {
  return paper.document === requirement || paper.meets.includes(requirement);
}

function rowOf(
  { id, oneOf = null }: Pick<Requirement, 'id'> & { readonly oneOf?: string | null },
  papers: readonly FiledPaper[],
  on: CivilDate,
  used: UsedParts,
): ChecklistRow {
  const row = { requirement: id, oneOf };
  if (used.form?.meets.includes(id)) return { ...row, state: 'met', papers: [used.form.id] };
  const fitting = papers.filter(({ paper }) => fits(paper, id));
  const inDate = fitting.filter(({ paper }) => paper.validUntil === null || paper.validUntil >= on);
  // Taking every paper is asked before there is an application, when files do not matter yet.
  const withFile = used.papers === null ? inDate : inDate.filter(({ paper }) => paper.file !== null);
  const inUse = withFile.filter((filed) => isUsed(filed, used) && hasSource(filed, papers, used));
  if (inUse.length > 0) return { ...row, state: 'met', papers: ids(inUse) };
  const whole = withFile.filter((filed) => hasSource(filed, papers, all));
  if (whole.length > 0) return { ...row, state: 'here', papers: ids(whole) };
  if (withFile.length > 0) return { ...row, state: 'no-source', papers: ids(withFile) };
  if (inDate.length > 0) return { ...row, state: 'no-file', papers: ids(inDate) };
  const lastDay = fitting
    .map(({ paper }) => paper.validUntil)
    .filter((until) => until !== null)
    .toSorted()
    .at(-1);
  return lastDay === undefined
    ? { ...row, state: 'missing' }
    : { ...row, state: 'lapsed', papers: ids(fitting), on: lastDay };
}

const isUsed = ({ id }: FiledPaper, { papers }: UsedParts): boolean => papers === null || papers.has(id);

/** A translation needs what it translates beside it; everything else stands alone. */
function hasSource({ paper: { form } }: FiledPaper, papers: readonly FiledPaper[], used: UsedParts): boolean {
  return (
    form.kind !== 'certified-translation' ||
    papers.some((filed) => filed.id === form.of && filed.paper.file !== null && isUsed(filed, used))
  );
}

const ids = (list: readonly FiledPaper[]): readonly RecordId[] => list.map(({ id }) => id);

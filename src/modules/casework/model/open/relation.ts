/** How a person stands to a case (casework design, 3). `timed` comes with reasoned access. */
export const relations = ['lead', 'second', 'coordinator', 'reader', 'interpreter', 'former', 'none'] as const;
export type Relation = (typeof relations)[number];

/** Reads a relation that the spaces area keeps as text; what is unknown has no rights. */
export function readRelation(text: string | null): Relation {
  return relations.find((relation) => relation === text) ?? 'none';
}

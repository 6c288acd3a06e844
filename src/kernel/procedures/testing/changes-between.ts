type Element = Readonly<Record<string, unknown>>;

/** What names an element of each part of an answer, and what it is called in a list of changes. */
const namesOf: Readonly<Record<string, { readonly by: readonly string[]; readonly called: readonly string[] }>> = {
  stages: { by: ['track'], called: ['track'] },
  deadlines: { by: ['id'], called: ['ref'] },
  next: { by: ['by', 'to', 'route'], called: ['by', 'to', 'route'] },
  documents: { by: ['for', 'route', 'id'], called: ['for', 'route', 'id'] },
  rights: { by: ['id'], called: ['id'] },
  obligations: { by: ['id'], called: ['id'] },
  warnings: { by: ['code', 'ref', 'guard', 'fact'], called: ['code'] },
};

/**
 * What an answer no longer says, or says otherwise, than the one before, as `part name member`; `part name gone` where it is not
 * there any more. What is new in it is no change. Neither are the versions.
 */
export function changesBetween(before: object, after: object): readonly string[] {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.entries(before).flatMap(([part, old]: [string, unknown]) => {
    if (part === 'packs') return [];
    if (!Array.isArray(old)) return JSON.stringify(old) === JSON.stringify(now.get(part)) ? [] : [part];
    // Parts of an answer are arrays of plain objects.
    return (old as readonly Element[]).flatMap((element) =>
      changesOf(part, element, (now.get(part) ?? []) as readonly Element[]),
    );
  });
}

function changesOf(part: string, old: Element, candidates: readonly Element[]): readonly string[] {
  const names = namesOf[part];
  const isSame = (one: Element): boolean =>
    (names?.by ?? Object.keys(old)).every((member) => JSON.stringify(one[member]) === JSON.stringify(old[member]));
  const called = [part, ...(names?.called ?? []).map((member) => old[member])]
    .filter((word) => typeof word === 'string')
    .join(' ');
  const now = candidates.find(isSame);
  if (now === undefined) return [`${called} gone`];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((member) => JSON.stringify(old[member]) !== JSON.stringify(now[member]))
    .map((member) => `${called} ${member}`);
}

/** What a form holds of one field. */
export type FormValue = string | boolean;

/** What was typed, by the name of the field. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** What comes of two people's changes: a field in conflict holds mine until somebody chooses. */
export interface MergedValues {
  readonly merged: FormValues;
  readonly conflicts: readonly string[];
}

/**
 * Merges field by field what I typed with what somebody else saved, both begun from `base`. A field
 * that one side changed takes that side's value; one that both changed to different values is a
 * conflict. A field whose beginning is unknown (absent in `base`) is a conflict when they differ.
 */
export function mergeValues(base: FormValues, mine: FormValues, theirs: FormValues): MergedValues {
  const merged: Record<string, FormValue> = { ...theirs };
  const conflicts: string[] = [];
  for (const [field, own] of Object.entries(mine)) {
    const other = theirs[field];
    if (other === undefined || own !== base[field]) merged[field] = own;
    if (other !== undefined && own !== other && own !== base[field] && other !== base[field]) conflicts.push(field);
  }
  return { merged, conflicts };
}

/** The fields of `values` that differ from `base`, with their values. */
export function changedValues(base: FormValues, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => base[field] !== value));
}

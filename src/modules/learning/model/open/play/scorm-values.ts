/** What a part keeps of a run: elements of its standard and their values, as texts. */
export type ScormValues = Readonly<Record<string, string>>;

/** Bounds of what is kept of one run of one part: elements, characters of a name, of a value, and of all together. */
export const valueCaps = { elements: 3_000, name: 255, value: 66_000, all: 300_000 } as const;

/** Names of elements: those of both standards, and nothing that an object might have by itself. */
export const elementPattern = /^(cmi|adl)(\.[a-z0-9_]{1,40}){1,8}$/;

/** Whether values are within the bounds, so that they may be kept. */
export function fitsCaps(values: ScormValues): boolean {
  const all = Object.entries(values);
  const size = all.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return (
    all.length <= valueCaps.elements &&
    size <= valueCaps.all &&
    all.every(
      ([name, value]) => name.length <= valueCaps.name && value.length <= valueCaps.value && elementPattern.test(name),
    )
  );
}

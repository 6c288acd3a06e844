/**
 * All pairs of so many groups, by place. Neighbours first: categories mostly stand in an order that means something. Two are never made one when
 * only two are there.
 */
export function listTwos(length: number): readonly (readonly [number, number])[] {
  if (length < 3) return [];
  const all = Array.from({ length }, (_, first) =>
    Array.from({ length: length - first - 1 }, (_other, step) => [first, first + step + 1] as const),
  ).flat();
  return all.toSorted((one, other) => one[1] - one[0] - (other[1] - other[0]));
}

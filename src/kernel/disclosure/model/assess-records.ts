/** One person of a file, as texts by column. */
export type DataRecord = Readonly<Record<string, string>>;

/** How well people are hidden among others who look the same in the columns that others may know. */
export interface RecordRisk {
  /** The size of the smallest class of people who look the same. */
  readonly k: number;
  readonly classes: number;
  readonly uniqueRecords: number;
  /** People in classes smaller than 3, 5 and 10. */
  readonly recordsBelow: Readonly<Record<'3' | '5' | '10', number>>;
  /** The fewest different values of the sensitive column in a class; null where none is named. */
  readonly l: number | null;
  /** Classes of two or more whose people all share the sensitive value: who knows that somebody is in it knows the value. */
  readonly homogeneousClassesOf2plus: number | null;
  /** People whom somebody would name rightly who guesses once in each class. */
  readonly expectedReidentifications: number;
  /** That beside all people, to six decimals. */
  readonly globalRisk: number;
}

/** Assesses records by the columns that others may know (quasi-identifiers) and one that must stay unknown. Needs a record. */
export function assessRecords(
  records: readonly DataRecord[],
  quasiIdentifiers: readonly string[],
  sensitive: string | null,
): RecordRisk {
  const classes = [...groupBy(records, quasiIdentifiers).values()];
  const below = (size: number) => sum(classes.filter(({ length }) => length < size).map(({ length }) => length));
  const kinds = classes.map(
    (members) => new Set(members.map((member) => (sensitive === null ? '' : member[sensitive]))).size,
  );
  return {
    k: Math.min(...classes.map(({ length }) => length)),
    classes: classes.length,
    uniqueRecords: below(2),
    recordsBelow: { '3': below(3), '5': below(5), '10': below(10) },
    l: sensitive === null ? null : Math.min(...kinds),
    homogeneousClassesOf2plus:
      sensitive === null ? null : classes.filter(({ length }, index) => length >= 2 && kinds[index] === 1).length,
    expectedReidentifications: classes.length,
    globalRisk: Math.round((classes.length / records.length) * 1e6) / 1e6,
  };
}

/** Combinations of columns that single out one person, none of whose parts does. */
export interface MinimalUniques {
  /** How many there are of each size; sizes without any are left out. */
  readonly bySize: Readonly<Record<string, number>>;
  readonly recordsWithMsu: number;
}

/** Finds the minimal sample uniques of up to so many columns. */
export function findMinimalUniques(
  records: readonly DataRecord[],
  columns: readonly string[],
  upTo: number,
): MinimalUniques {
  const bySize: Record<string, number> = {};
  const found = new Map<DataRecord, readonly (readonly string[])[]>();
  for (const combination of combinationsOf(columns, upTo)) {
    for (const members of groupBy(records, combination).values()) {
      const [single, ...others] = members;
      if (single === undefined || others.length > 0) continue;
      const before = found.get(single) ?? [];
      if (before.some((part) => part.every((column) => combination.includes(column)))) continue;
      found.set(single, [...before, combination]);
      const size = String(combination.length);
      bySize[size] = (bySize[size] ?? 0) + 1;
    }
  }
  return { bySize, recordsWithMsu: found.size };
}

/** How many combinations of up to so many columns there are. */
export function countCombinations(columns: number, upTo: number): number {
  let [all, ofSize] = [0, 1];
  for (let size = 1; size <= Math.min(upTo, columns); size += 1) {
    ofSize *= (columns - size + 1) / size;
    all += ofSize;
  }
  return Math.round(all);
}

/** Combinations of one column, then of two, and so on. */
function combinationsOf(columns: readonly string[], upTo: number): readonly (readonly string[])[] {
  const all: string[][] = [];
  let last: readonly (readonly number[])[] = [[]];
  for (let size = 1; size <= Math.min(upTo, columns.length); size += 1) {
    last = last.flatMap((places) =>
      columns.flatMap((_, place) => (place > (places.at(-1) ?? -1) ? [[...places, place]] : [])),
    );
    all.push(...last.map((places) => places.map((place) => columns[place] ?? '')));
  }
  return all;
}

function groupBy(
  records: readonly DataRecord[],
  columns: readonly string[],
): ReadonlyMap<string, readonly DataRecord[]> {
  return Map.groupBy(records, (record) => JSON.stringify(columns.map((column) => record[column] ?? '')));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

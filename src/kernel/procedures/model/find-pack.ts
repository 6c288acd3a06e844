import type { Pack } from './pack.ts';

/**
 * A pack of a list by `id` or `id@version`; without version the newest that is there. Null where there is none.
 */
export function findPack(packs: readonly Pack[], name: string): Pack | null {
  const [id = '', version] = name.split('@');
  const found = packs.filter((pack) => pack.id === id && (version === undefined || pack.version === version));
  return found.toSorted((left, right) => compareVersions(left.version, right.version)).at(-1) ?? null;
}

/** Versions in number order: 2026.2 before 2026.10. */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

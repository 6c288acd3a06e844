/**
 * Pure steps from `kind/n` to `kind/n+1`, run in the reader where the key is. A step is never edited
 * after release: old records stay as they were written. None exists yet, since every kind is at 1.
 */
export type Upgrade = (content: unknown) => unknown;

export const upgrades: ReadonlyMap<string, Upgrade> = new Map();

/** Runs the steps from one version to another; null when a step is missing. */
export function upgradeContent(
  kind: string,
  from: number,
  to: number,
  content: unknown,
  steps: ReadonlyMap<string, Upgrade> = upgrades,
): { readonly content: unknown } | null {
  let current = content;
  for (let version = from; version < to; version += 1) {
    const step = steps.get(`${kind}/${version}`);
    if (!step) return null;
    current = step(current);
  }
  return { content: current };
}

import { application1to2 } from './application-1-to-2.ts';
import { head1to2 } from './head-1-to-2.ts';
import { head2to3 } from './head-2-to-3.ts';
import { journey1to2 } from './journey-1-to-2.ts';
import { head3to4 } from './head-3-to-4.ts';
import { reach1to2 } from './reach-1-to-2.ts';
import { text1to2 } from './text-1-to-2.ts';

/**
 * Pure steps from `kind/n` to `kind/n+1`, run in the reader where the key is. A step is never edited
 * after release: old records stay as they were written.
 */
export type Upgrade = (content: unknown) => unknown;

export const upgrades: ReadonlyMap<string, Upgrade> = new Map([
  ['application/1', application1to2],
  ['head/1', head1to2],
  ['head/2', head2to3],
  ['head/3', head3to4],
  ['journey/1', journey1to2],
  ['reach/1', reach1to2],
  ['text/1', text1to2],
]);

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

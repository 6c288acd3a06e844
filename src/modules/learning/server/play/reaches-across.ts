import type { TakenPackage } from '../store/package-store.ts';

/** Whether pages of a package reach into each other, which they can only where they have an origin. */
export function reachesAcross({ warnings }: Pick<TakenPackage, 'warnings'>): boolean {
  return warnings.some(({ code }) => code === 'cross-frame');
}

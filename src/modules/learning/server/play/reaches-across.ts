import type { ImportedPackage } from '../store/imported-store.ts';

/** Whether pages of a package reach into each other, which they can only where they have an origin. */
export function reachesAcross({ warnings }: Pick<ImportedPackage, 'warnings'>): boolean {
  return warnings.some(({ code }) => code === 'cross-frame');
}

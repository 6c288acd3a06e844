import type { CategorySets } from '#kernel/disclosure';
import { toLabel } from './to-label.ts';

/**
 * Reads groups as a person writes them and the ledger shows them: "gender: woman + man; age: under 18". Nothing at all is everybody. Null for
 * what is not written so.
 */
export function readGroups(text: string): CategorySets | null {
  const sets = new Map<string, readonly string[]>();
  for (const part of text.split(';').filter((one) => toLabel(one) !== '')) {
    const colon = part.indexOf(':');
    const dimension = toLabel(part.slice(0, Math.max(colon, 0)));
    const categories = part
      .slice(colon + 1)
      .split(' + ')
      .map(toLabel);
    if (dimension === '' || sets.has(dimension) || categories.includes('')) return null;
    sets.set(dimension, categories);
  }
  return Object.fromEntries(sets);
}

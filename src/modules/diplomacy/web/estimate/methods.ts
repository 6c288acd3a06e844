import { mostListsForBest, type ModelEstimate, type NamedMethod } from '#kernel/disclosure';
import type { LanguageChoice } from '#kernel/languages/web';

/** The methods that can be chosen, with the bounds of the design. */
const all = [
  { method: 'main' },
  { method: 'forward-aic', p: 0.05 },
  { method: 'stepwise', p: 0.02 },
  { method: 'best-bic' },
] as const satisfies readonly NamedMethod[];

/** The methods that there are for so many lists. */
export function methodsFor(lists: number): readonly NamedMethod[] {
  return all.filter(({ method }) => method !== 'best-bic' || lists <= mostListsForBest);
}

/** A method in words, with its bound. */
export function methodName(
  { t, formatNumber }: LanguageChoice,
  method: NamedMethod | Pick<ModelEstimate, 'method'>,
): string {
  const p = 'p' in method ? formatNumber(method.p) : '';
  return t(`diplomacy.estimate.method.${method.method}`, { p });
}

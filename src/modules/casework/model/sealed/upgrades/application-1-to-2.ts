/** The choices that came with version 2 are as if nobody had chosen yet. */
export function application1to2(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return content;
  const letter = { template: null, language: 'en', facts: null };
  return { ...content, route: null, turned: [], letter, form: null, seenNeeds: [], reference: null, bundle: null };
}

/** Of a plan that was agreed before, nobody is asked whether they saw it. */
export function reach1to2(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, changed: null } : content;
}

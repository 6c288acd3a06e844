/** Heads of before said nothing of the versions of packs; the next save derives them. */
export function head3to4(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, packs: null } : content;
}

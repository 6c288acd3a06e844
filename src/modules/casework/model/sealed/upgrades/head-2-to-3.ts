/** Heads of before said nothing of questions; the next save derives them. */
export function head2to3(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, asked: [] } : content;
}

/** The first heads said nothing of safety checks; the next save derives it. */
export function head1to2(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, safety: null } : content;
}

/** Of facts that were written before, nobody noted by whom; the signed versions of the record still tell. */
export function journey1to2(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, written: {} } : content;
}

/** What was written as the whole letter becomes the reasons: the rest of the letter is its template now. */
export function text1to2(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('purpose' in content)) return content;
  return content.purpose === 'cover-letter' ? { ...content, purpose: 'reasons' } : content;
}

/** The marks of a text that every language has: words explained, sources and slots, as they are written, each as often as it stands there. */
export function marksIn(text: string): readonly string[] {
  return (text.match(/\(term:[^)]*\)|\[\^[^\]]*\]|\{slot:[^}]*\}/g) ?? []).toSorted();
}

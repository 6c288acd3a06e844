/** A piece of a letter or a text, set in order. All words are plain text. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  /** Lines that stand close together: an address, a closing with a name. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly words: string }
  /** Set small at the end of the text, numbered in order. */
  | { readonly kind: 'footnote'; readonly words: string };

/** Words within a line. */
export type Inline =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly inside: readonly Inline[] }
  /** A word whose meaning can be opened where it stands. */
  | { readonly kind: 'term'; readonly term: string; readonly inside: readonly Inline[] }
  /** A mark that leads to where a statement comes from. */
  | { readonly kind: 'source'; readonly source: string }
  /** A place that each organisation fills. */
  | { readonly kind: 'slot'; readonly slot: string };

/** A paragraph, or a list whose points may hold lists again. */
export type TextPart =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly points: readonly RichText[] };

/**
 * A text of content as a tree, drawn by components of ours and never turned into HTML text: what has no kind here cannot be
 * said. No headings, pictures, addresses or HTML.
 */
export type RichText = readonly TextPart[];

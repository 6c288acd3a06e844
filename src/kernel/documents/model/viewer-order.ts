/** What the workspace asks the viewer's frame to show. */
export interface ViewerOrder {
  readonly kind: 'show';
  readonly mediaKind: 'pdf' | 'picture' | 'text';
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
  readonly language: string;
  readonly scheme: 'light' | 'dark' | 'light dark';
  readonly words: ViewerWords;
}

/** Texts of the viewer; `place` has {page} and {pages}. */
export interface ViewerWords {
  readonly larger: string;
  readonly smaller: string;
  readonly place: string;
  readonly picture: string;
}

/** Why the viewer shows nothing. */
export type ViewerFailure = 'ViewerCannotShow' | 'ViewerNeedsPassword';

/** What the viewer says back. */
export type ViewerAnswer =
  { readonly kind: 'shown'; readonly pages: number } | { readonly kind: 'failed'; readonly code: ViewerFailure };

/** What the workspace asks the viewer to show. */
export interface ShowOrder {
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

/** What the viewer says back. */
export type ViewerAnswer =
  | { readonly kind: 'shown'; readonly pages: number }
  | { readonly kind: 'failed'; readonly code: 'ViewerCannotShow' | 'ViewerNeedsPassword' };

/** An order, when a message is one. Only the host can reach the port; this is against mistakes. */
export function readShowOrder(message: unknown): ShowOrder | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('kind' in message && message.kind === 'show' && 'bytes' in message && message.bytes instanceof ArrayBuffer)) return null;
  // The host of this frame is our own component; the check above is what could differ by mistake.
  return message as ShowOrder;
}

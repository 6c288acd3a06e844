/** What a link brought along: the code of a session, the secret of somebody's own page, or the code that a room shows. */
export interface Given {
  readonly kind: 'code' | 'seat' | 'room';
  readonly text: string;
}

/** How it stands behind the `#`. */
export const givenShape = /^#(code|seat|room)=([0-9A-Za-z_-]{6,40})$/;

/** What was found there. */
export function toGiven(found: RegExpExecArray | null): Given | null {
  const [, kind, text] = found ?? [];
  if (kind === undefined || text === undefined) return null;
  return { kind: kind === 'code' || kind === 'room' ? kind : 'seat', text };
}

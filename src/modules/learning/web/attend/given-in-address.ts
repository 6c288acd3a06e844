/** What a link brought along: the code of a session, the secret of somebody's own page, the code that a room shows, or that of what is given out. */
export interface Given {
  readonly kind: 'code' | 'seat' | 'room' | 'materials';
  readonly text: string;
}

const kinds = ['code', 'seat', 'room', 'materials'] as const;

/** How it stands behind the `#`. */
export const givenShape = /^#(code|seat|room|materials)=([0-9A-Za-z_-]{6,40})$/;

/** What was found there. */
export function toGiven(found: RegExpExecArray | null): Given | null {
  const [, kind, text] = found ?? [];
  if (kind === undefined || text === undefined) return null;
  return { kind: kinds.find((one) => one === kind) ?? 'seat', text };
}

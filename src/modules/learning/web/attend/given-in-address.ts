/** What a link brought along: the code of a session, or the secret of somebody's own page. */
export interface Given {
  readonly kind: 'code' | 'seat';
  readonly text: string;
}

/** What stands behind the `#`, which browsers send to nobody. It leaves the address at once. */
export function givenInAddress(): Given | null {
  const [, kind, text] = /^#(code|seat)=([0-9A-Za-z_-]{10,40})$/.exec(location.hash) ?? [];
  if (kind === undefined || text === undefined) return null;
  history.replaceState(history.state, '', location.pathname);
  return { kind: kind === 'code' ? 'code' : 'seat', text };
}

/** The code of a link: behind the `#`, which browsers send to nobody. It leaves the address at once. */
export function codeInAddress(): string | null {
  const found = /^#code=([0-9A-Za-z-]{10,20})$/.exec(location.hash)?.[1] ?? null;
  if (found !== null) history.replaceState(history.state, '', location.pathname);
  return found;
}

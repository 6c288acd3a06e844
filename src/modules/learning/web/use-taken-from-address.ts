import { useEffect, useState } from 'react';

/**
 * What stood behind the `#` of the address, which browsers send to nobody, if it fits; null otherwise. It leaves the address as
 * soon as the page stands. It is read while drawing and taken away afterwards: a drawing that is begun anew, as on a slow
 * phone, finds it again.
 */
export function useTakenFromAddress(shape: RegExp): RegExpExecArray | null {
  const [taken] = useState(() => shape.exec(location.hash));
  useEffect(() => {
    if (taken !== null) takeFromAddress(taken[0]);
  }, [taken]);
  return taken;
}

/** Takes a part behind the `#` out of the address, and out of the way back. */
export function takeFromAddress(part: string): void {
  if (location.hash === part) history.replaceState(history.state, '', location.pathname);
}

import { useEffect, useState } from 'react';

const warnBefore = 60_000;
const hiddenLimit = 5 * 60_000;

/** Milliseconds until the page locks, and whether to ask "Stay open?" now. */
export interface IdleLock {
  readonly minutesLeft: number;
  readonly warning: boolean;
  stay(): void;
}

/** Locks after some minutes without a touch or key, and after five minutes in a hidden tab (security design, section 10). */
export function useIdleLock(minutes: number, lock: () => void): IdleLock {
  const [lastUse, setLastUse] = useState(() => Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const limit = minutes * 60_000;
    let used = Date.now();
    let hiddenSince: number | null = null;
    const note = (): void => {
      used = Date.now();
      setLastUse(used);
    };
    const look = (): void => {
      const at = Date.now();
      setNow(at);
      if (at - used >= limit || (hiddenSince !== null && at - hiddenSince >= hiddenLimit)) lock();
    };
    const hide = (): void => {
      hiddenSince = document.hidden ? Date.now() : null;
      look();
    };
    const timer = setInterval(look, 1_000);
    document.addEventListener('pointerdown', note);
    document.addEventListener('keydown', note);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(timer);
      document.removeEventListener('pointerdown', note);
      document.removeEventListener('keydown', note);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [minutes, lock]);
  const left = Math.max(0, minutes * 60_000 - (now - lastUse));
  return {
    minutesLeft: Math.ceil(left / 60_000),
    warning: left <= warnBefore,
    stay: () => setLastUse(Date.now()),
  };
}

import { useEffect, useState } from 'react';
import { useOpenWork } from '#kernel/spaces/web';

/** Milliseconds between two looks at the clock: a safe hour that ends is said within this time. */
const lookEvery = 10_000;

/** The instant now, looked at again while the page is open. */
export function useNow(): Date {
  const { session } = useOpenWork();
  const [now, setNow] = useState(() => session.clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(session.clock.now()), lookEvery);
    return () => clearInterval(timer);
  }, [session]);
  return now;
}

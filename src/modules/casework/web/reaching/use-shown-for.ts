import { useEffect, useState } from 'react';

/** Seconds for which a number is shown once it was asked for (casework design, 5.2). */
export const shownForSeconds = 60;

/** Something that is shown on request and covers itself again. */
export function useShownFor(seconds = shownForSeconds): {
  readonly shown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
} {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(false), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [shown, seconds]);
  return { shown, show: () => setShown(true), hide: () => setShown(false) };
}

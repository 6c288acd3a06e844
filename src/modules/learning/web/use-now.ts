import { useEffect, useState } from 'react';

/** The time by the device, looked at again every minute: what has begun is seen to have begun. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

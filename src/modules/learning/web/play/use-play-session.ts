import { useEffect, useState } from 'react';
import { useWork } from '#kernel/spaces/web';
import { packageRoutes } from '../../contract/package-routes.ts';
import type { KeepingState } from './create-keeper.ts';
import { createPlaySession, type PlaySession } from './create-play-session.ts';
import { loadScormRuntime } from './scorm-runtime.ts';
import type { ListedPackage, OpenedPackage } from './use-packages.ts';

/** The session of an opening, once its run-time is there; `failed` where it could not be fetched. */
export function usePlaySession({ opening, play }: OpenedPackage, kind: ListedPackage['kind']) {
  const { work } = useWork();
  const [session, setSession] = useState<PlaySession | null>(null);
  const [state, setState] = useState<KeepingState>({ at: 'kept' });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    let made: PlaySession | null = null;
    const begin = async (): Promise<void> => {
      if (play === null || kind === 'cmi5') return;
      const openRuntime = await loadScormRuntime(kind);
      if (!wanted) return;
      made = createPlaySession({
        begin: { ...play.values, ...play.fixed },
        version: play.version,
        openRuntime,
        keep: (version, values) =>
          work.api.call(packageRoutes.keepPlay, { params: { opening }, input: { version, values } }),
        onState: (now) => wanted && setState(now),
        later: (milliseconds, run) => void setTimeout(run, milliseconds),
      });
      setSession(made);
    };
    begin().catch(() => wanted && setFailed(true));
    // Who turns to another tab, or closes this one, may not come back.
    const keepNow = (): void => void made?.flush();
    document.addEventListener('visibilitychange', keepNow);
    window.addEventListener('pagehide', keepNow);
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', keepNow);
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [work, opening, play, kind]);
  return { session, state, failed };
}

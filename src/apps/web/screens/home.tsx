import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useOpenWork } from '#kernel/spaces/web';

/**
 * Where work starts, by role. Whoever pressed a way elsewhere while that page was on its way keeps it: this page may be drawn once more until the
 * other one is there, and must not lead back.
 */
export function Home() {
  const { roles } = useOpenWork();
  const router = useRouter();
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  useEffect(() => {
    if (router.history.location.pathname === '/')
      void router.navigate({ to: coordinates ? '/overview' : '/week', replace: true });
  }, [router, coordinates]);
  return null;
}

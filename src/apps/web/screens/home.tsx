import { Navigate } from '@tanstack/react-router';
import { useOpenWork } from '#kernel/spaces/web';

/** Where work starts, by role. */
export function Home() {
  const { roles } = useOpenWork();
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  return <Navigate to={coordinates ? '/overview' : '/week'} replace />;
}

import { lazy, Suspense, useEffect } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { EntryPage } from './entry/entry-page.tsx';

// The workspace is fetched while somebody types their passphrase, not before the form is on the screen.
const fetchWorkspace = () => import('./workspace.tsx');
const Workspace = lazy(async () => ({ default: (await fetchWorkspace()).Workspace }));

/** Entry while locked, the workspace while open. Locking takes every screen away at once. */
export function App() {
  const { state } = useWork();
  const { complete } = useLanguage();
  useEffect(() => {
    document.title = 'Baken';
    void fetchWorkspace();
  }, []);
  if (state.at !== 'open') return <EntryPage />;
  if (!complete) return null;
  return (
    <Suspense fallback={null}>
      <Workspace />
    </Suspense>
  );
}

import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWork } from '#kernel/spaces/web';
import { EntryPage } from './entry/entry-page.tsx';
import { router } from './routes.tsx';

/** Entry while locked, the workspace while open. Locking takes every screen away at once. */
export function App() {
  const { state } = useWork();
  useEffect(() => {
    document.title = 'Baken';
  });
  return state.at === 'open' ? <RouterProvider router={router} /> : <EntryPage />;
}

import { RouterProvider } from '@tanstack/react-router';
import { router } from './routes.tsx';

/** Every screen behind the door. */
export function Workspace() {
  return <RouterProvider router={router} />;
}

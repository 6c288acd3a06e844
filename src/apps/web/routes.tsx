import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './shell/frame.tsx';
import { NotHere, PageDefect } from './shell/not-here.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere, errorComponent: PageDefect });

const casework = () => import('#modules/casework/web');

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./screens/home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/overview',
    component: lazyRouteComponent(casework, 'OverviewScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/week', component: lazyRouteComponent(casework, 'WeekScreen') }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    component: lazyRouteComponent(casework, 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/new',
    component: lazyRouteComponent(casework, 'NewCaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deadlines',
    component: lazyRouteComponent(casework, 'DeadlinesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contact',
    component: lazyRouteComponent(casework, 'LogContactScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$case',
    component: lazyRouteComponent(casework, 'CaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$case/$part',
    component: lazyRouteComponent(casework, 'CaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyRouteComponent(() => import('./screens/people-screen.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./screens/account-screen.tsx'), 'AccountScreen'),
  }),
];

/** Addresses of the workspace: ids and parts, never a name or a text. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

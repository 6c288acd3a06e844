import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { Frame } from './shell/frame.tsx';
import { NotHere, PageDefect } from './shell/not-here.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere, errorComponent: PageDefect });

const casework = () => import('#modules/casework/web');
const learning = () => import('#modules/learning/web');
const learners = lazyPage(async () => (await learning()).loadLearningScreen(), 'LearningScreen');
const training = lazyPage(async () => (await learning()).loadTrainingScreen(), 'TrainingScreen');

const workshops = lazyPage(async () => (await learning()).loadWorkshopsScreen(), 'WorkshopsScreen');

/** Filters of a list as codes in the address: never a name, never what somebody typed. */
function codesOf<Key extends string>(...keys: readonly Key[]) {
  return (search: Readonly<Record<string, unknown>>): Partial<Record<Key, string>> => {
    const kept: Partial<Record<Key, string>> = {};
    for (const key of keys) {
      const value = search[key];
      if (typeof value === 'string' && /^[a-z0-9-]{1,40}$/i.test(value)) kept[key] = value;
    }
    return kept;
  };
}

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyPage(() => import('./screens/home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/overview',
    component: lazyPage(casework, 'OverviewScreen'),
  }),
  createRoute({ getParentRoute: () => root, path: '/week', component: lazyPage(casework, 'WeekScreen') }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: codesOf('view', 'phase', 'lead'),
    component: lazyPage(casework, 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/new',
    component: lazyPage(casework, 'NewCaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deadlines',
    validateSearch: codesOf('whose', 'span'),
    component: lazyPage(casework, 'DeadlinesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/newer-rules',
    component: lazyPage(casework, 'RulesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/for-you',
    component: lazyPage(casework, 'ForYouScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/contact',
    component: lazyPage(casework, 'LogContactScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$case',
    component: lazyPage(casework, 'CaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$case/$part',
    component: lazyPage(casework, 'CaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stationery',
    component: lazyPage(casework, 'StationeryScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/procedures',
    component: lazyPage(casework, 'ProceduresScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/procedures/$pack/$version',
    validateSearch: codesOf('chapter', 'rule'),
    component: lazyPage(casework, 'PackScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/learning',
    component: learners,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/learning/$part',
    component: learners,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training',
    component: training,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training/$part',
    component: training,
  }),
  createRoute({ getParentRoute: () => root, path: '/workshops', component: workshops }),
  createRoute({ getParentRoute: () => root, path: '/workshops/$session', component: workshops }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyPage(() => import('./screens/people-screen.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/$user',
    component: lazyPage(() => import('./screens/colleague-screen.tsx'), 'ColleagueScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyPage(() => import('./screens/account-screen.tsx'), 'AccountScreen'),
  }),
];

/** Addresses of the workspace: ids and parts, never a name or a text. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  // Of each page by itself: the frame around it stays.
  defaultErrorComponent: PageDefect,
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { lazyPage } from './lazy-page.ts';
import { Frame } from './shell/frame.tsx';
import { NotHere, PageDefect } from './shell/not-here.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere, errorComponent: PageDefect });

const casework = () => import('#modules/casework/web');
const learning = () => import('#modules/learning/web');
const learners = lazyPage(async () => (await learning()).loadLearningScreen(), 'LearningScreen');
const training = lazyPage(async () => (await learning()).loadTrainingScreen(), 'TrainingScreen');

const courses = lazyPage(async () => (await learning()).loadCoursesScreen(), 'CoursesScreen');
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

/** A page at a path below the frame. */
function at<const Path extends string>(path: Path, component: () => ReactElement) {
  return createRoute({ getParentRoute: () => root, path, component });
}

const routes = [
  at(
    '/',
    lazyPage(() => import('./screens/home.tsx'), 'Home'),
  ),
  at('/overview', lazyPage(casework, 'OverviewScreen')),
  at('/week', lazyPage(casework, 'WeekScreen')),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: codesOf('view', 'phase', 'lead'),
    component: lazyPage(casework, 'CasesScreen'),
  }),
  at('/cases/new', lazyPage(casework, 'NewCaseScreen')),
  createRoute({
    getParentRoute: () => root,
    path: '/deadlines',
    validateSearch: codesOf('whose', 'span'),
    component: lazyPage(casework, 'DeadlinesScreen'),
  }),
  at('/newer-rules', lazyPage(casework, 'RulesScreen')),
  at('/for-you', lazyPage(casework, 'ForYouScreen')),
  at('/contact', lazyPage(casework, 'LogContactScreen')),
  at('/cases/$case', lazyPage(casework, 'CaseScreen')),
  at('/cases/$case/$part', lazyPage(casework, 'CaseScreen')),
  at('/stationery', lazyPage(casework, 'StationeryScreen')),
  at('/procedures', lazyPage(casework, 'ProceduresScreen')),
  createRoute({
    getParentRoute: () => root,
    path: '/procedures/$pack/$version',
    validateSearch: codesOf('chapter', 'rule'),
    component: lazyPage(casework, 'PackScreen'),
  }),
  at('/learning', learners),
  at('/learning/$part', learners),
  at('/training', training),
  at('/training/$part', training),
  at('/courses', courses),
  // A draft, and below it its parts.
  at('/courses/$', courses),
  at(
    '/tables',
    lazyPage(() => import('#modules/diplomacy/web'), 'CheckTableScreen'),
  ),
  at(
    '/ledger',
    lazyPage(() => import('#modules/diplomacy/web'), 'LedgerScreen'),
  ),
  at(
    '/abroad',
    lazyPage(() => import('#modules/diplomacy/web'), 'AbroadScreen'),
  ),
  at(
    '/estimator',
    lazyPage(() => import('#modules/diplomacy/web'), 'EstimatorScreen'),
  ),
  at('/workshops', workshops),
  // A session, and below it the parts of its pack.
  at('/workshops/$', workshops),
  at(
    '/people',
    lazyPage(() => import('./screens/people-screen.tsx'), 'PeopleScreen'),
  ),
  at(
    '/people/$user',
    lazyPage(() => import('./screens/colleague-screen.tsx'), 'ColleagueScreen'),
  ),
  at(
    '/account',
    lazyPage(() => import('./screens/account-screen.tsx'), 'AccountScreen'),
  ),
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

import type { RouteOutput } from '#platform/base';
import type { learningRoutes } from '../../contract/learning-routes.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';

/** An organisation as the server tells it. */
export type ListedOrganisation = RouteOutput<typeof learningRoutes.listOrganisations>['organisations'][number];

/** The course whose slots are filled here, in each of its languages. */
export type CourseByLanguage = readonly ReleasedCourse[];

/** Web door of learning: the player, and ways to the pages of the workspace, which the player does not carry along. */
export { CoursePage } from './course-page.tsx';
export { FirstView } from './first-view.tsx';
export { refusalMessage } from './refusal-message.ts';

/** The player as it stands in a package, and who keeps how far somebody is there. */
export const loadPackaged = async () => ({
  ...(await import('./packaged/packaged-course.tsx')),
  ...(await import('./packaged/open-package-keeping.ts')),
});
/** The page of whoever looks after organisations. */
export const loadLearningScreen = () => import('./organise/learning-screen.tsx');
/** The pages on which courses are written. */
export const loadCoursesScreen = () => import('./edit/courses-screen.tsx');
/** The page of workshops. */
export const loadWorkshopsScreen = () => import('./workshops/workshops-screen.tsx');
/** The page of whoever was shown a certificate or a badge. */
export const loadCheckPage = () => import('./paper/check-page.tsx');
/** The page of whoever signs up for a session without an account. */
export const loadAttendPage = () => import('./attend/attend-page.tsx');
/** The page of whoever was invited to learn, without an account. */
export const loadInvitedPage = () => import('./invited/invited-page.tsx');
/** The page of whoever looks after the people of a partner. */
export const loadPartnerPage = () => import('./partner/partner-page.tsx');
/** The page of the own learning. */
export const loadOwnPage = () => import('./own/own-learning-page.tsx');
/** The page of what is asked before a case is given. */
export const loadTrainingScreen = () => import('./training/training-screen.tsx');

/** Web door of learning: the player. */
export { CoursePage } from './course-page.tsx';

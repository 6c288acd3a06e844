/** Web door of learning: the player, and the page of whoever looks after organisations. */
export { CheckPage } from './paper/check-page.tsx';
export { CoursePage } from './course-page.tsx';
export { LearningScreen } from './organise/learning-screen.tsx';
export { TrainingScreen } from './training/training-screen.tsx';
export { refusalMessage } from './refusal-message.ts';

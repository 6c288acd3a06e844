/** Screens of casework. */
export { CasesScreen } from './cases/cases-screen.tsx';
export { CaseScreen } from './case-page/case-screen.tsx';
export { LogContactScreen } from './contact/log-contact-screen.tsx';
export { NewCaseScreen } from './cases/new-case-screen.tsx';
export { DeadlinesScreen, OverviewScreen, WeekScreen } from './first-screens.tsx';

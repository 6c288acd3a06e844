/** Screens of casework. */
export { CasesScreen } from './cases/cases-screen.tsx';
export { NewCaseScreen } from './cases/new-case-screen.tsx';
export { CaseScreen } from './case-page/case-screen.tsx';
export { LogContactScreen } from './contact/log-contact-screen.tsx';
export { DeadlinesScreen } from './deadlines/deadlines-screen.tsx';
export { OverviewScreen } from './overview/overview-screen.tsx';
export { WeekScreen } from './week/week-screen.tsx';

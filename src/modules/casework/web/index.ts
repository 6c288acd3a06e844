/** Screens of casework, and what the frame around them shows of it. */
export { CasesScreen } from './cases/cases-screen.tsx';
export { NewCaseScreen } from './cases/new-case-screen.tsx';
export { CaseScreen } from './case-page/case-screen.tsx';
export { LogContactScreen } from './contact/log-contact-screen.tsx';
export { DeadlinesScreen } from './deadlines/deadlines-screen.tsx';
export { RulesScreen } from './rules/rules-screen.tsx';
export { useFound, type Found } from './find/use-found.ts';
export { ForYouScreen } from './for-you/for-you-screen.tsx';
export { OverviewScreen } from './overview/overview-screen.tsx';
export { WayCount } from './shared/way-count.tsx';
export { WeekScreen } from './week/week-screen.tsx';
export { PackScreen } from './procedures/pack-screen.tsx';
export { ProceduresScreen } from './procedures/procedures-screen.tsx';
export { StationeryScreen } from './stationery/stationery-screen.tsx';

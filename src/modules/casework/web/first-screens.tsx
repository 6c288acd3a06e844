import { CasesScreen } from './cases/cases-screen.tsx';

/** Until the overview is there, coordinators begin with the list. */
export function OverviewScreen() {
  return <CasesScreen />;
}

/** Until the week is there, volunteers begin with the list. */
export function WeekScreen() {
  return <CasesScreen />;
}

/** Until the list of dates is there, the list of cases stands in: it is ordered by date. */
export function DeadlinesScreen() {
  return <CasesScreen />;
}

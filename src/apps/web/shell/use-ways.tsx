import { CalendarClock, FolderOpen, LayoutDashboard, Phone, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** One way of the side bar or bottom bar. */
export interface Way {
  readonly to: string;
  readonly word: string;
  readonly icon: ReactNode;
  readonly raised?: boolean;
  readonly counts?: 'cases' | 'late';
}

/** The ways of casework for a role, in order. */
export function useWays(coordinates: boolean): readonly Way[] {
  const { t } = useLanguage();
  const first: Way = coordinates
    ? { to: '/overview', word: t('shell.overview'), icon: <LayoutDashboard {...icon} /> }
    : { to: '/week', word: t('shell.week'), icon: <Sun {...icon} /> };
  return [
    first,
    { to: '/cases', word: t('shell.cases'), icon: <FolderOpen {...icon} />, counts: 'cases' },
    { to: '/contact', word: t('shell.logContact'), icon: <Phone {...icon} />, raised: true },
    { to: '/deadlines', word: t('shell.deadlines'), icon: <CalendarClock {...icon} />, counts: 'late' },
  ];
}

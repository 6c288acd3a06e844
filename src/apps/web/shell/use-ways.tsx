import { CalendarClock, FolderOpen, LayoutDashboard, Phone, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { shellIcon } from './shell-icon.ts';

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
    ? { to: '/overview', word: t('shell.overview'), icon: <LayoutDashboard {...shellIcon} /> }
    : { to: '/week', word: t('shell.week'), icon: <Sun {...shellIcon} /> };
  return [
    first,
    { to: '/cases', word: t('shell.cases'), icon: <FolderOpen {...shellIcon} />, counts: 'cases' },
    { to: '/contact', word: t('shell.logContact'), icon: <Phone {...shellIcon} />, raised: true },
    { to: '/deadlines', word: t('shell.deadlines'), icon: <CalendarClock {...shellIcon} />, counts: 'late' },
  ];
}

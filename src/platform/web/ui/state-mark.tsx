import {
  CalendarDays,
  CircleDashed,
  Clock,
  ClockAlert,
  Check,
  Hourglass,
  Lock,
  OctagonAlert,
  RotateCcw,
  ShieldCheck,
  Signpost,
  Timer,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './state-mark.module.css';

const icons = {
  late: ClockAlert,
  soon: Timer,
  later: CalendarDays,
  waiting: Hourglass,
  done: Check,
  sealed: Lock,
  checked: ShieldCheck,
  unchecked: CircleDashed,
  stale: RotateCcw,
  unfit: OctagonAlert,
  phase: Signpost,
  plain: Clock,
} as const satisfies Record<string, LucideIcon>;

/** A state as shape, word and colour at once, so that it reads in grey, in print and aloud. */
export type StateKind = keyof typeof icons;

/** The mark of a state. Never something to press. */
export function StateMark({
  kind,
  children,
  icon = true,
}: {
  readonly kind: StateKind;
  readonly children: ReactNode;
  readonly icon?: boolean;
}) {
  const Icon = icons[kind];
  return (
    <span className={[styles['mark'], styles[kind]].filter(Boolean).join(' ')}>
      {icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </span>
  );
}

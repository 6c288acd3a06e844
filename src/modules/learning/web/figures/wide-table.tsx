import type { ReactNode } from 'react';
import tableStyles from '../organise/organise.module.css';
import styles from './figures.module.css';

/** A table that scrolls within itself where there is no room for it. */
export function WideTable({
  label,
  whole = false,
  children,
}: {
  readonly label: string;
  /** Words of the heading are not broken: it scrolls rather. */
  readonly whole?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard
    <div className={styles['wide']} role="region" aria-label={label} tabIndex={0}>
      <table className={`${tableStyles['table'] ?? ''} ${whole ? (styles['whole'] ?? '') : ''}`}>{children}</table>
    </div>
  );
}

import { useId, type ReactNode } from 'react';
import { Stack } from '#platform/web/ui';
import styles from '../ledger/ledger.module.css';

/** A titled part within a card, parted from what comes before it by a line. */
export function Part({
  title,
  beside,
  children,
}: {
  readonly title: string;
  /** A few words or a mark beside the title. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles['part']} aria-labelledby={heading}>
      <Stack>
        <div className={styles['title']}>
          <h3 id={heading}>{title}</h3>
          {beside}
        </div>
        {children}
      </Stack>
    </section>
  );
}

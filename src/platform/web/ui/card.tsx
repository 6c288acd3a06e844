import { OctagonAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: ReactNode;
  /** A few words or a link beside the title. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
  readonly busy?: boolean;
}

/** A titled part of a page. */
export function Card(props: CardProps) {
  return <TitledSection {...props} look={styles['card'] ?? ''} />;
}

/** The one lit part of a page: the answer to "what now?". At most one on a page. */
export function Lit(props: CardProps) {
  return <TitledSection {...props} look={`${styles['card']} ${styles['lit']}`} lit />;
}

/** Something is not right and nothing is shown until it is looked at. */
export function StopBlock({ title, ...props }: CardProps) {
  const marked = (
    <span className={styles['stopTitle']}>
      <OctagonAlert size={22} strokeWidth={1.75} aria-hidden />
      <span>{title}</span>
    </span>
  );
  return <TitledSection {...props} title={marked} look={`${styles['card']} ${styles['stop']}`} />;
}

function TitledSection({
  title,
  beside,
  children,
  id,
  busy,
  look,
  lit,
}: CardProps & { readonly look: string; readonly lit?: boolean }) {
  const heading = useId();
  return (
    <section
      className={look}
      aria-labelledby={heading}
      id={id}
      aria-busy={busy || undefined}
      data-lit={lit || undefined}
    >
      <div className={styles['head']}>
        <h2 id={heading}>{title}</h2>
        {beside !== undefined && <div className={styles['beside']}>{beside}</div>}
      </div>
      {children}
    </section>
  );
}

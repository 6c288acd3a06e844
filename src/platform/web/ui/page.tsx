import { useEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import styles from './page.module.css';

/** A page: its title takes the focus when the page is shown, so that it is announced. */
export function Page({
  title,
  marks,
  lead,
  actions,
  crumbs,
  part,
  children,
}: {
  readonly title: ReactNode;
  /** The part of a thing that is shown, when one page has several: announced with the title, which takes the focus again. */
  readonly part?: string;
  readonly marks?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [part]);
  return (
    <div className={styles['page']}>
      {crumbs}
      <div className={styles['head']}>
        <div>
          <div className={styles['title']}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
              {part && <span className="visually-hidden">, {part}</span>}
            </h1>
            {marks}
          </div>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** The way back up. The last part is where one is. */
export function Breadcrumbs({ label, parts }: { readonly label: string; readonly parts: readonly ReactNode[] }) {
  return (
    <nav aria-label={label} className={styles['crumbs']}>
      <ol>
        {parts.map((part, at) => (
          <li key={at} aria-current={at === parts.length - 1 ? 'page' : undefined}>
            {part}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Parts of one thing as links; the links themselves say which is current. */
export function Tabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  // On a phone the row scrolls: the chosen one is brought into view, and nothing else moves. Links mark themselves
  // without this being drawn again, so the marks are watched.
  useEffect(() => {
    const { current } = row;
    if (!current) return undefined;
    const show = (): void => {
      const chosen = current.querySelector<HTMLElement>('[aria-current="page"]');
      if (!chosen) return;
      const middle = chosen.offsetLeft - current.offsetLeft + chosen.offsetWidth / 2;
      current.scrollTo({ left: middle - current.clientWidth / 2 });
    };
    // In the next frame: by then the router has put every row back to where it stood on the page before.
    let frame = 0;
    const showSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(show);
    };
    const marks = new MutationObserver(showSoon);
    marks.observe(current, { subtree: true, childList: true, attributeFilter: ['aria-current'] });
    // Tells of the first size as well.
    const sizes = new ResizeObserver(showSoon);
    sizes.observe(current);
    return () => {
      marks.disconnect();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return (
    <nav ref={row} aria-label={label} className={styles['tabs']}>
      {children}
    </nav>
  );
}

/** Main column and aside; one column below 75 rem, where what is most pressing of the two may come first. */
export function Columns({
  main,
  aside,
  first = 'main',
}: {
  readonly main: ReactNode;
  readonly aside: ReactNode;
  readonly first?: 'main' | 'aside';
}) {
  const beside = <aside>{aside}</aside>;
  return (
    <div className={styles['columns']}>
      {first === 'aside' && beside}
      <div>{main}</div>
      {first === 'main' && beside}
    </div>
  );
}

/** A chosen filter that can be taken off. */
export function Chip({
  children,
  removeLabel,
  onRemove,
}: {
  readonly children: ReactNode;
  readonly removeLabel?: string;
  readonly onRemove?: () => void;
}) {
  return (
    <span className={styles['chip']}>
      {children}
      {onRemove && (
        <button type="button" aria-label={removeLabel} onClick={onRemove}>
          <X size={16} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** A colleague by name; nobody is a dashed ring with the words for it. */
export function PersonChip({ name, nobody }: { readonly name: string | null; readonly nobody: string }) {
  const initials = name
    ?.split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('');
  return (
    <span className={[styles['person'], name === null ? styles['nobody'] : ''].filter(Boolean).join(' ')}>
      <span className={styles['initials']} aria-hidden>
        {initials ?? '?'}
      </span>
      <span>{name ?? nobody}</span>
    </span>
  );
}

/** Text that only the team can read, shown as such. */
export function SealedText({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles['sealed']}>
      {children}
    </div>
  );
}

/** A day as a leaf of a calendar; decoration beside the same day in words. */
export function CalendarLeaf({
  weekday,
  day,
  month,
}: {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
}) {
  return (
    <span className={styles['leaf']} aria-hidden>
      <span>{weekday}</span>
      <span>{day}</span>
      <span>{month}</span>
    </span>
  );
}

/** Rows parted by lines. */
export function Rows({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {children}
    </ul>
  );
}

/** What happened, newest first. */
export function Timeline({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <ol className={styles['timeline']} aria-label={label}>
      {children}
    </ol>
  );
}

/** Something more to read that opens in place. */
export function Disclosure({
  summary,
  children,
  open,
  quiet = false,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** Without a box, for what few will open. */
  readonly quiet?: boolean;
}) {
  return (
    <details className={styles[quiet ? 'quietDetails' : 'details']} open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

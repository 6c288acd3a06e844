import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './notice.module.css';

/** Something that matters, in the page. Announced politely when it appears. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'soon' | 'late';
  readonly children: ReactNode;
}) {
  return (
    <div role="status" className={[styles['notice'], tone === 'plain' ? '' : styles[tone]].filter(Boolean).join(' ')}>
      {children}
    </div>
  );
}

/** Everything that is wrong with a form, on top, with links to the fields. Takes the focus when it appears. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map(({ message }) => message).join('\n');
  useEffect(() => {
    if (shown !== '') box.current?.focus();
  }, [shown]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} tabIndex={-1} role="group" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing here, and what to do about it. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <div className={styles['empty']}>{children}</div>;
}

/** The shape of what is coming, after 300 ms; before that nothing moves. */
export function Skeleton({ label, lines = 4 }: { readonly label: string; readonly lines?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={styles['skeleton']}>
      <p className="visually-hidden" role="status">
        {label}
      </p>
      {shown && Array.from({ length: lines }, (_, at) => <span key={at} aria-hidden />)}
    </div>
  );
}

/** A native dialog: focus stays inside, Escape closes, focus returns to where it was. `alert` for what cannot wait. */
export function Dialog({
  title,
  open,
  onClose,
  children,
  alert = false,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly alert?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      role={alert ? 'alertdialog' : undefined}
      className={styles['dialog']}
      aria-labelledby={heading}
      onClose={onClose}
    >
      {open && (
        <>
          <h2 id={heading}>{title}</h2>
          {children}
        </>
      )}
    </dialog>
  );
}

/** Done, with undo for ten seconds. Never the only place where something is said. */
export function Toast({
  children,
  undo,
  undoLabel,
  onGone,
}: {
  readonly children: ReactNode;
  readonly undo?: () => void;
  readonly undoLabel?: string;
  readonly onGone: () => void;
}) {
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  }, [onGone]);
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), 10_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['toasts']}>
      <div className={styles['toast']} role="status">
        <span>{children}</span>
        {undo && (
          <button type="button" onClick={undo}>
            {undoLabel}
          </button>
        )}
      </div>
    </div>
  );
}

/** Parts of a form or page below each other with even space. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={styles['stack']}>{children}</div>;
}

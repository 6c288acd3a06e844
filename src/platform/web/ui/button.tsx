import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';

/** How much a button asks for: one `main` per view; `danger` for what cannot be undone; `link` for small acts in a row. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger' | 'link';

interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
}

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  /** Word shown while something runs, such as "Saving"; presses are ignored meanwhile. */
  readonly busy?: string | false;
}

/** A button with a verb. Stays enabled; what cannot be done is explained when pressed. */
export function Button({
  kind = 'plain',
  icon,
  wide,
  busy = false,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={lookOf(kind, wide)}
      aria-disabled={busy !== false || undefined}
      onClick={(event) => {
        if (busy !== false) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{busy === false ? children : busy}</span>
      {busy !== false && (
        <span className="visually-hidden" role="status">
          {busy}
        </span>
      )}
    </button>
  );
}

/** Class names of a button, for a link that looks like one. */
export function lookOf(kind: ButtonKind = 'plain', wide = false): string {
  return [styles['button'], kind === 'plain' ? '' : styles[kind], wide ? styles['wide'] : ''].filter(Boolean).join(' ');
}

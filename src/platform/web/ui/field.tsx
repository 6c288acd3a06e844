import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './field.module.css';

interface FieldWords {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label above, hint, error between hint and box; joined for assistive technology. */
function FieldFrame({
  words,
  id,
  children,
}: {
  readonly words: FieldWords;
  readonly id?: string;
  readonly children: (described: Described) => ReactNode;
}) {
  const made = useId();
  const field = id ?? made;
  const hintId = words.hint ? `${field}-hint` : null;
  const errorId = words.error ? `${field}-error` : null;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={field}>
        {words.label}
      </label>
      {words.hint && (
        <div className={styles['hint']} id={hintId ?? undefined}>
          {words.hint}
        </div>
      )}
      {words.error && (
        <div className={styles['error']} id={errorId ?? undefined}>
          {words.error}
        </div>
      )}
      {children({
        id: field,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': words.error ? true : undefined,
      })}
    </div>
  );
}

/** One line of text. Browsers keep nothing of it unless `autoComplete` says so. */
export function Field({ label, hint, error, id, ...input }: FieldWords & Omit<ComponentProps<'input'>, 'className'>) {
  return (
    <FieldFrame words={{ label, hint, error }} {...(id ? { id } : {})}>
      {(described) => <input autoComplete="off" {...input} {...described} className={styles['input']} />}
    </FieldFrame>
  );
}

/** Several lines of free text. */
export function TextArea({
  label,
  hint,
  error,
  id,
  ...input
}: FieldWords & Omit<ComponentProps<'textarea'>, 'className'>) {
  return (
    <FieldFrame words={{ label, hint, error }} {...(id ? { id } : {})}>
      {(described) => (
        <textarea
          autoComplete="off"
          dir="auto"
          rows={5}
          {...input}
          {...described}
          className={`${styles['input']} ${styles['area']}`}
        />
      )}
    </FieldFrame>
  );
}

/** One of many, by name. */
export function Select({
  label,
  hint,
  error,
  id,
  options,
  ...input
}: FieldWords &
  Omit<ComponentProps<'select'>, 'className'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }) {
  return (
    <FieldFrame words={{ label, hint, error }} {...(id ? { id } : {})}>
      {(described) => (
        <select {...input} {...described} className={styles['input']}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

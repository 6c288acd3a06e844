import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoiceWords {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
}

/** One answer of a few, all in sight. */
export function Choice({
  legend,
  hint,
  error,
  name,
  options,
  value,
  onChange,
  inline = false,
  id,
}: ChoiceWords & {
  readonly name: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly inline?: boolean;
  readonly id?: string;
}) {
  const made = useId();
  const group = id ?? made;
  return (
    <fieldset className={styles['field']} id={group} tabIndex={-1} aria-describedby={describedBy(group, hint, error)}>
      <legend className={styles['label']}>{legend}</legend>
      <Explained group={group} hint={hint} error={error} />
      <div className={inline ? styles['inline'] : styles['choices']}>
        {options.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles['hint']}> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any number of a few. */
export function Checks({
  legend,
  hint,
  error,
  options,
  values,
  onChange,
  inline = false,
}: ChoiceWords & {
  readonly options: readonly ChoiceOption[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly inline?: boolean;
}) {
  const group = useId();
  return (
    <fieldset className={styles['field']} aria-describedby={describedBy(group, hint, error)}>
      <legend className={styles['label']}>{legend}</legend>
      <Explained group={group} hint={hint} error={error} />
      <div className={inline ? styles['inline'] : styles['choices']}>
        {options.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input
              type="checkbox"
              value={option.value}
              checked={values.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...values, option.value] : values.filter((value) => value !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A single yes. */
export function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles['choice']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function describedBy(group: string, hint: ReactNode, error: ReactNode): string | undefined {
  return [hint ? `${group}-hint` : '', error ? `${group}-error` : ''].filter(Boolean).join(' ') || undefined;
}

function Explained({
  group,
  hint,
  error,
}: {
  readonly group: string;
  readonly hint: ReactNode;
  readonly error: ReactNode;
}) {
  return (
    <>
      {hint && (
        <div className={styles['hint']} id={`${group}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className={styles['error']} id={`${group}-error`}>
          {error}
        </div>
      )}
    </>
  );
}

import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import styles from './form.module.css';

/** A field whose saved text stays covered until somebody wants to change it. */
export function CoveredField({
  label,
  name,
  max,
  covered,
  value,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly max: number;
  /** Whether what is there at first is covered. */
  readonly covered: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(!covered || value === '');
  if (!open) {
    return (
      <p className={styles['covered']}>
        {label}: ••••{' '}
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('casework.covered.open')}
          <span className="visually-hidden"> ({label})</span>
        </Button>
      </p>
    );
  }
  return (
    <Field
      label={label}
      dir="auto"
      name={name}
      maxLength={max}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

import { useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import styles from '../shared/form.module.css';

/** One step further in: a line says what comes before it comes, and nobody has to go there. */
export function InnerStep({ about, children }: { readonly about: string; readonly children: ReactNode }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const title = t(`casework.inner.${about}.title`);
  return (
    <section className={styles['form']}>
      <h3>{title}</h3>
      <p>{t('casework.inner.next', { what: t(`casework.inner.${about}.next`) })}</p>
      <div className={styles['actions']}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'casework.inner.closeStep' : 'casework.inner.openStep')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </div>
      {open && children}
    </section>
  );
}

import { CircleDashed } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';
import styles from './trust-mark.module.css';

/** Whether this device has verified a case up to its newest point. */
export function TrustMark({ trust }: { readonly trust: 'checked' | 'not-checked' | 'does-not-fit' }) {
  const { t } = useLanguage();
  if (trust === 'checked') return <StateMark kind="checked">{t('casework.trust.checked')}</StateMark>;
  if (trust === 'not-checked') return <StateMark kind="unchecked">{t('casework.trust.notChecked')}</StateMark>;
  return <StateMark kind="unfit">{t('casework.trust.unfit')}</StateMark>;
}

/** The same as "Not checked yet" where a word for every row would be too much; a legend says what it is. */
export function UncheckedRing() {
  const { t } = useLanguage();
  return (
    <>
      {' '}
      <CircleDashed size={16} strokeWidth={1.75} aria-hidden className={styles['ring']} />
      <span className="visually-hidden">{t('casework.trust.notChecked')}</span>
    </>
  );
}

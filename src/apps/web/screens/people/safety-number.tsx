import { useLanguage } from '#kernel/languages/web';
import styles from './people.module.css';

/** Sixty digits in twelve groups, read out digit by digit. Always from left to right, as on the other screen. */
export function SafetyNumber({ digits }: { readonly digits: string }) {
  const { t } = useLanguage();
  return (
    <ol className={styles['digits']} dir="ltr" aria-label={t('accounts.compare.digits')}>
      {digits.split(' ').map((group, at) => (
        <li key={at}>
          <span aria-hidden>{group}</span>
          <span className="visually-hidden">{group.replaceAll(/(\d)(?=\d)/g, '$1 ')}</span>
        </li>
      ))}
    </ol>
  );
}

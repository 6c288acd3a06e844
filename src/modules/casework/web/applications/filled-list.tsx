import { useLanguage } from '#kernel/languages/web';
import { StateMark } from '#platform/web/ui';
import styles from './applications.module.css';
import type { FilledValue } from './filled-values.ts';

/** Fields with what will stand there; what is missing comes first. */
export function FilledList({ rows }: { readonly rows: readonly FilledValue[] }) {
  const { t } = useLanguage();
  const inOrder = rows.toSorted((left, right) => Number(left.value !== null) - Number(right.value !== null));
  return (
    <dl className={`${styles['filled']} ${styles['inset']}`}>
      {inOrder.map(({ field, value, reveals }) => (
        <div key={field}>
          <dt>
            <code>{field}</code> <span className={styles['muted']}>{t(`casework.reveals.${reveals}`)}</span>
          </dt>
          <dd dir="auto">
            {value ?? (
              <StateMark kind="soon" icon={false}>
                {t('casework.letter.noValue')}
              </StateMark>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

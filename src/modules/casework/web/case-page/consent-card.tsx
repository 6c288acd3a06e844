import { Check, X } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { recordsOf, type OpenedCase } from '#modules/casework/client';
import { Card, Rows } from '#platform/web/ui';
import styles from './next-date.module.css';

/** What the person agreed to and what they said no to, equally plain. */
export function ConsentCard({ opened }: { readonly opened: OpenedCase }) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const consents = recordsOf(opened, 'consent');
  return (
    <Card title={t('casework.consent.title')}>
      {consents.length === 0 && <p>{t('casework.consent.none')}</p>}
      <Rows>
        {consents.map(({ id, content }) => {
          const { state } = content;
          const given = state.name === 'given';
          return (
            <li key={id}>
              <div className={styles['head']}>
                <span className={given ? styles['yes'] : ''}>
                  {given ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />}{' '}
                  {t(`casework.purpose.${content.purpose}`)}
                </span>
                <span className={styles['muted']}>
                  {given
                    ? state.until
                      ? t('casework.consent.until', { day: formatShortDay(state.until, today) })
                      : t('casework.consent.untilWithdrawn')
                    : t(`casework.consent.${state.name}`)}
                </span>
              </div>
            </li>
          );
        })}
      </Rows>
    </Card>
  );
}

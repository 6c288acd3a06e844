import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { consentToRepresent, type OpenedCase } from '#modules/casework/client';
import { Card, Notice } from '#platform/web/ui';
import type { ApplicationView } from './application-view.ts';
import styles from './applications.module.css';
import { FilingForm } from './filing-form.tsx';

/** Handing in: only the day of receipt makes it count. */
export function FilingCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  return (
    <Card title={t('casework.filing.title')}>
      <div className={styles['form']}>
        <p>{t('casework.filing.lead')}</p>
        {!consentToRepresent(opened, today) && <Notice tone="soon">{t('casework.filing.noConsent')}</Notice>}
        <FilingForm opened={opened} application={view} filing={null} />
      </div>
    </Card>
  );
}

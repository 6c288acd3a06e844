import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, EmptyState, Rows, Skeleton, StateMark } from '#platform/web/ui';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { entryById, silencesOfCaseload } from './needs-of-caseload.ts';
import styles from './overview-screen.module.css';

/** With whom nobody spoke for longer than agreed. */
export function SilenceCard({ caseload }: { readonly caseload: CaseloadState }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const silences = useMemo(() => silencesOfCaseload(caseload.entries, today), [caseload.entries, today]);
  return (
    <Card title={t('casework.overview.silence')} beside={t('casework.overview.silenceBeside')}>
      {caseload.at === 'opening' && <Skeleton label={t('casework.cases.opening', { done: caseload.done })} />}
      {caseload.at === 'open' && silences.length === 0 && <EmptyState>{t('casework.overview.silenceNone')}</EmptyState>}
      <Rows>
        {silences.slice(0, 6).map((silence) => (
          <li key={silence.id}>
            <div className={styles['row']}>
              <Link to="/cases/$case/$part" params={{ case: silence.id, part: 'contact' }}>
                <bdi>{entryById(caseload.entries, silence.id)?.open?.codeName}</bdi>
              </Link>
              <StateMark kind="soon">{t('casework.overview.silent', { days: silence.silentFor })}</StateMark>
            </div>
            {silence.reasons.map((reason) => (
              <p key={reason} className={styles['muted']}>
                {t(`casework.silence.${reason}`)}
              </p>
            ))}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

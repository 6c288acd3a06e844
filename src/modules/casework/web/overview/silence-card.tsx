import { Link } from '@tanstack/react-router';
import { MessageSquare } from 'lucide-react';
import { useMemo } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Card, EmptyState, lookOf, Rows, StateMark } from '#platform/web/ui';
import type { useCaseload } from '../shared/use-caseload.ts';
import { CaseloadPart } from './caseload-part.tsx';
import { entryById, silencesOfCaseload } from './needs-of-caseload.ts';
import styles from './overview-screen.module.css';

const shownAtMost = 7;

/** With whom nobody spoke for longer than agreed, why it may matter, and the way to ask. */
export function SilenceCard({ caseload }: { readonly caseload: ReturnType<typeof useCaseload> }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const silences = useMemo(() => silencesOfCaseload(caseload.entries, today), [caseload.entries, today]);
  const beside = silences.length > shownAtMost ? 'casework.overview.needsCount' : 'casework.overview.silenceBeside';
  return (
    <Card
      title={t('casework.overview.silence')}
      beside={t(beside, { shown: Math.min(shownAtMost, silences.length), all: silences.length })}
    >
      <CaseloadPart caseload={caseload}>
        {silences.length === 0 && <EmptyState>{t('casework.overview.silenceNone')}</EmptyState>}
        <Rows>
          {silences.slice(0, shownAtMost).map((silence) => {
            const codeName = entryById(caseload.entries, silence.id)?.open?.codeName;
            return (
              <li key={silence.id}>
                <div className={styles['silent']}>
                  <div>
                    <strong>
                      <bdi>{codeName}</bdi>
                    </strong>
                    {silence.reasons.slice(0, 2).map((reason) => (
                      <p key={reason} className={styles['muted']}>
                        {t(`casework.silence.${reason}`)}
                      </p>
                    ))}
                  </div>
                  <StateMark kind={silence.silentFor >= silence.limit * 1.5 ? 'soon' : 'plain'}>
                    {t('casework.overview.silent', { days: silence.silentFor })}
                  </StateMark>
                  <Link
                    to="/cases/$case/$part"
                    params={{ case: silence.id, part: 'contact' }}
                    hash="ask"
                    className={lookOf('plain')}
                  >
                    <MessageSquare size={18} strokeWidth={1.75} aria-hidden />
                    {t('casework.overview.ask')}
                    <span className="visually-hidden"> {codeName}</span>
                  </Link>
                </div>
              </li>
            );
          })}
        </Rows>
      </CaseloadPart>
    </Card>
  );
}

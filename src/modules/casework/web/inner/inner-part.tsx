import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, recordsOf, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, SealedText, StateMark } from '#platform/web/ui';
import { AccountPart } from './account-part.tsx';
import { EventsPart } from './events-part.tsx';
import { FamilyPart } from './family-part.tsx';
import { HealthPart } from './health-part.tsx';
import { InnerStep } from './inner-step.tsx';
import { SafetyForm } from './safety-form.tsx';
import { SafetyList } from './safety-list.tsx';
import { ThreatsPart } from './threats-part.tsx';
import styles from '../shared/form.module.css';

/** Forms of this part, whose unfinished text is told of before the part is open. */
const innerForm = /^(safety$|health$|family$|event:|account-|threat:)/;

/** Safety, health, family, what happened. Closed each time the page is opened; a line says what comes before it comes. */
export function InnerPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { session, today } = useOpenWork();
  const asked = useLocation({ select: ({ hash }) => hash === 'inner' });
  const [shown, setShown] = useState(asked);
  const [checking, setChecking] = useState(() => draftOf(opened, session, 'safety') !== null);
  const isKept = recordsOf(opened, 'draft').some(
    ({ content }) => innerForm.test(content.form) && draftOf(opened, session, content.form) !== null,
  );
  const checks = recordsOf(opened, 'safety').toSorted((left, right) => (left.content.on < right.content.on ? 1 : -1));
  return (
    <Card
      id="inner"
      title={t('casework.inner.title')}
      beside={<StateMark kind="sealed">{t('casework.sealed')}</StateMark>}
    >
      <div className={styles['form']}>
        <p>{t('casework.inner.lead')}</p>
        {isKept && !shown && <Notice>{t('casework.inner.kept')}</Notice>}
        <div className={styles['actions']}>
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'casework.inner.close' : 'casework.inner.open')}
          </Button>
        </div>
        {shown && (
          <SealedText label={t('casework.inner.sealed')}>
            <div className={styles['chapters']}>
              <section className={styles['form']}>
                <h3>{t('casework.safety.title')}</h3>
                {checking ? (
                  <SafetyForm opened={opened} onDone={() => setChecking(false)} />
                ) : (
                  <>
                    <SafetyList opened={opened} checks={checks} today={today} />
                    <div className={styles['actions']}>
                      <Button onClick={() => setChecking(true)}>{t('casework.safety.do')}</Button>
                    </div>
                  </>
                )}
              </section>
              <HealthPart opened={opened} />
              <InnerStep about="family">
                <FamilyPart opened={opened} />
              </InnerStep>
              <InnerStep about="events">
                <EventsPart opened={opened} />
              </InnerStep>
              <InnerStep about="account">
                <AccountPart opened={opened} />
              </InnerStep>
              <InnerStep about="threats">
                <ThreatsPart opened={opened} />
              </InnerStep>
            </div>
          </SealedText>
        )}
      </div>
    </Card>
  );
}

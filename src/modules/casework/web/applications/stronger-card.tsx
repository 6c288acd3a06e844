import { useState } from 'react';
import { Circle, CircleCheck } from 'lucide-react';
import { useLanguage } from '#kernel/languages/web';
import { leaveOut, saveApplication, takeParts, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, Rows } from '#platform/web/ui';
import { PaperForm } from '../case-page/documents-part.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';
import { PaperTags } from './paper-tags.tsx';
import { useApplicationAct } from './use-application-act.ts';

/** Papers that nobody asks for and that make the application stronger, as the team sees it. */
export function StrongerCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const act = useApplicationAct(opened, view);
  const [adding, setAdding] = useState(false);
  const used = new Set(view.content.order);
  const listed = view.others.filter(({ paper }) => paper.file !== null);
  const inUse = listed.filter(({ id }) => used.has(id)).length;
  return (
    <Card
      title={t('casework.application.stronger')}
      beside={t('casework.application.strongerCount', { count: listed.length, used: inUse })}
    >
      <div className={styles['form']}>
        <p className={styles['muted']}>{t('casework.application.strongerLead')}</p>
        {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
        {listed.length > 0 && (
          <Rows label={t('casework.application.stronger')}>
            {listed.map((filed) => {
              const isIn = used.has(filed.id);
              const Icon = isIn ? CircleCheck : Circle;
              return (
                <li key={filed.id} className={styles['row']}>
                  <span className={isIn ? styles['tick'] : styles['ring']}>
                    <Icon size={20} strokeWidth={1.75} aria-hidden />
                  </span>
                  <div className={styles['what']}>
                    <PaperTags filed={filed} />
                  </div>
                  <div className={styles['state']}>
                    <Button
                      kind="quiet"
                      aria-pressed={isIn}
                      busy={act.busy && t('casework.saving')}
                      onClick={() =>
                        void act.save((content) =>
                          isIn ? leaveOut(content, filed.id) : takeParts(content, [filed.id], view.papers),
                        )
                      }
                    >
                      {t(isIn ? 'casework.application.takeOut' : 'casework.application.use')}{' '}
                      <span className="visually-hidden">{filed.paper.title}</span>
                    </Button>
                  </div>
                </li>
              );
            })}
          </Rows>
        )}
        {!adding && (
          <div>
            <Button onClick={() => setAdding(true)}>{t('casework.application.strongerAdd')}</Button>
          </div>
        )}
        {adding && (
          <PaperForm
            opened={opened}
            onDone={() => setAdding(false)}
            andThen={(session, after, paper) =>
              saveApplication(session, after, view.id, ({ order }) => ({ order: [...order, paper] }))
            }
          />
        )}
      </div>
    </Card>
  );
}

import type { RecordId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { takeParts, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Notice, Rows } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import styles from './applications.module.css';
import type { ApplicationView } from './application-view.ts';
import { RequirementRow } from './requirement-row.tsx';
import { useApplicationAct } from './use-application-act.ts';

/** Everything the procedure asks for, what meets it, and what lies ready to be taken. */
export function ChecklistCard({ opened, view }: { readonly opened: OpenedCase; readonly view: ApplicationView }) {
  const { t } = useLanguage();
  const act = useApplicationAct(opened, view);
  const here = view.requirements.flatMap(({ row }) => (row.state === 'here' ? [row] : []));
  const use = (taken: readonly RecordId[]): void => {
    void act.save((content) => takeParts(content, taken, view.papers));
  };
  return (
    <Card
      title={t('casework.application.must')}
      beside={t('casework.application.parts', { needed: view.needed, ready: view.ready })}
    >
      {here.length > 0 && (
        <div className={styles['offer']}>
          <Notice>{t('casework.application.here', { count: here.length })}</Notice>
          <Button busy={act.busy && t('casework.saving')} onClick={() => use(here.flatMap(({ papers }) => papers))}>
            {t('casework.application.useAll')}
          </Button>
        </div>
      )}
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {view.requirements.length === 0 && <p>{t('casework.application.nothingAsked')}</p>}
      <Rows label={t('casework.application.must')}>
        {view.requirements.map((one) => (
          <RequirementRow key={one.requirement.id} opened={opened} view={view} one={one} onUse={use} />
        ))}
      </Rows>
    </Card>
  );
}

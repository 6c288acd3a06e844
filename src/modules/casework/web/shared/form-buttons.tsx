import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import type { CaseAct } from './use-case-act.ts';
import styles from './form.module.css';

/** The end of a form: save, which says that it saves, and the way out. */
export function FormButtons({
  act,
  save,
  onCancel,
}: {
  readonly act: CaseAct;
  readonly save?: string;
  readonly onCancel: () => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={styles['actions']}>
      <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
        {save ?? t('casework.save')}
      </Button>
      <Button onClick={onCancel}>{t('casework.cancel')}</Button>
    </div>
  );
}

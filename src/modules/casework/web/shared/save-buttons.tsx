import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { CancelButton } from './form-notices.tsx';
import styles from './form.module.css';

/** The end of a form whose text is kept: save, which says that it saves, and the way out. */
export function SaveButtons({
  form,
  save,
  onDone,
}: {
  readonly form: { readonly busy: boolean; readonly discard: () => void };
  readonly save?: string;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={styles['actions']}>
      <Button kind="main" type="submit" busy={form.busy && t('casework.saving')}>
        {save ?? t('casework.save')}
      </Button>
      <CancelButton form={form} onDone={onDone} />
    </div>
  );
}

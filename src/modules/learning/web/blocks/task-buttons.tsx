import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import styles from '../player.module.css';

/** What every task offers, always: checking, and being shown. */
export function TaskButtons({ onCheck, onShow }: { readonly onCheck: () => void; readonly onShow: () => void }) {
  const { t } = useLanguage();
  return (
    <p className={styles['buttons']}>
      <Button onClick={onCheck}>{t('learning.check.check')}</Button>
      <Button kind="quiet" onClick={onShow}>
        {t('learning.check.show')}
      </Button>
    </p>
  );
}

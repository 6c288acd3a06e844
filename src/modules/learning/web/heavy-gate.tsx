import { useState, type ReactNode } from 'react';
import type { RichText } from '#kernel/content';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { Words } from './course-words.tsx';
import styles from './player.module.css';

/** Says what comes before it comes. Whoever passes it by loses nothing. */
export function HeavyNotice({
  notice,
  onEnter,
  onSkip,
}: {
  readonly notice: RichText;
  readonly onEnter: () => void;
  readonly onSkip: () => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={styles['heavy']}>
      <Words text={notice} />
      <p className={styles['buttons']}>
        <Button onClick={onEnter}>{t('learning.heavy.enter')}</Button>
        <Button onClick={onSkip}>{t('learning.heavy.skip')}</Button>
      </p>
    </div>
  );
}

/** Something heavy within a scene, behind its notice until the learner goes in. */
export function HeavyGate({
  notice,
  entered,
  onSkip,
  children,
}: {
  readonly notice: RichText;
  /** Whether the learner has been in there already. */
  readonly entered: boolean;
  readonly onSkip: () => void;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(entered);
  return open ? children : <HeavyNotice notice={notice} onEnter={() => setOpen(true)} onSkip={onSkip} />;
}

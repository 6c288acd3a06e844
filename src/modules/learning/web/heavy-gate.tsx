import type { ReactNode } from 'react';
import type { RichText } from '#kernel/content';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { Words } from './course-words.tsx';
import styles from './player.module.css';
import { useFocusAfter } from './use-focus-after.ts';

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

/** Something heavy within a scene, behind its notice until the learner goes in. Who passed it by can still go in. */
export function HeavyGate({
  notice,
  entered,
  passed,
  onEnter,
  onSkip,
  children,
}: {
  readonly notice: RichText;
  /** Whether the learner has gone in already, also before the page was loaded. */
  readonly entered: boolean;
  readonly passed: boolean;
  readonly onEnter: () => void;
  readonly onSkip: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  const [behind, focusBehind] = useFocusAfter<HTMLDivElement>();
  const then = (act: () => void) => () => {
    act();
    focusBehind();
  };
  if (entered)
    return (
      <div ref={behind} tabIndex={-1} role="group" aria-label={t('learning.heavy.part')}>
        {children}
      </div>
    );
  if (!passed) return <HeavyNotice notice={notice} onEnter={then(onEnter)} onSkip={then(onSkip)} />;
  return (
    <div ref={behind} tabIndex={-1} className={styles['heavy']}>
      <p>{t('learning.heavy.passed')}</p>
      <p className={styles['buttons']}>
        <Button kind="quiet" onClick={then(onEnter)}>
          {t('learning.heavy.after')}
        </Button>
      </p>
    </div>
  );
}

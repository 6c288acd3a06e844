import { useState, type ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import styles from './guide.module.css';
import { PrintedSlides, SlideWall, WholeWindow, type Turning } from './slide-wall.tsx';

/** Slides one at a time, filling the window if wanted, with what stands beside them on the screen alone; all of them on paper. */
export function TurnedSlides({ children, ...turning }: Turning & { readonly children?: ReactNode }) {
  const { t } = useLanguage();
  const [fills, setFills] = useState(false);
  return (
    <>
      <section aria-label={t('learning.guide.part.slides')} className={styles['onScreen']}>
        {fills ? <WholeWindow {...turning} onLeave={() => setFills(false)} /> : <SlideWall {...turning} />}
        <p className={styles['keys']}>
          <Button kind="main" onClick={() => setFills(true)}>
            {t('learning.guide.fill')}
          </Button>
          <span className={styles['small']}>{t('learning.guide.keys')}</span>
        </p>
        {children}
      </section>
      <PrintedSlides shown={turning.shown} />
    </>
  );
}

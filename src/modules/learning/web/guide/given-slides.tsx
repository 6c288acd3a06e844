import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import { PrintedSlides, SlideWall, useSlide, WholeWindow, type Slides } from './slide-wall.tsx';

/** Slides of a session one at a time, filling the window if wanted, and all of them on paper. */
export function GivenSlides({ shown }: { readonly shown: Slides }) {
  const { t } = useLanguage();
  const [at, go] = useSlide(shown.slides.length);
  const [fills, setFills] = useState(false);
  const turning = { shown, at, go };
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
      </section>
      <PrintedSlides shown={shown} />
    </>
  );
}

/** Cards of a session, on paper each in a frame to cut out. */
export function GivenCards({ shown }: { readonly shown: Slides }) {
  return (
    <ul className={styles['cards']} lang={shown.language}>
      {shown.slides.map((card) => (
        <li key={card.id}>
          <h2>{card.title}</h2>
          <GuideText guide={shown} text={card.body} />
        </li>
      ))}
    </ul>
  );
}

import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Check } from '#platform/web/ui';
import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import type { GuidePartProps } from './guide-part-props.ts';

/** What is given out; on paper without the notes, unless somebody wants a set for trainers. */
export function CardsPart({ guide }: GuidePartProps) {
  const { t } = useLanguage();
  const [withNotes, setWithNotes] = useState(false);
  return (
    <>
      <div className={styles['onScreen']}>
        <p>{t('learning.guide.cardsLead')}</p>
        <Check label={t('learning.guide.withNotes')} checked={withNotes} onChange={setWithNotes} />
      </div>
      <ul className={styles['cards']} lang={guide.language}>
        {guide.cards.map((card) => (
          <li key={card.id}>
            <h2>{card.title}</h2>
            <GuideText guide={guide} text={card.body} />
            <div className={withNotes ? styles['cardNotes'] : `${styles['cardNotes']} ${styles['onScreen']}`}>
              <p className={styles['small']}>{t('learning.guide.forTrainers')}</p>
              <GuideText guide={guide} text={card.notes} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

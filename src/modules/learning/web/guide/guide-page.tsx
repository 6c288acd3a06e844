import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Breadcrumbs, Button, Choice, Notice, Page, Skeleton, Tabs } from '#platform/web/ui';
import { DraftNotice } from '../draft-notice.tsx';
import { refusalMessage } from '../refusal-message.ts';
import { CardsPart } from './cards-part.tsx';
import { CarePart } from './care-part.tsx';
import { GuideSources } from './guide-text.tsx';
import styles from './guide.module.css';
import { QuestionsPart } from './questions-part.tsx';
import { ScriptPart } from './script-part.tsx';
import { SheetPart } from './sheet-part.tsx';
import { SlidesPart } from './slides-part.tsx';
import { useGuide, type GuideLanguage } from './use-guide.ts';

const parts = {
  guide: ScriptPart,
  slides: SlidesPart,
  cards: CardsPart,
  questions: QuestionsPart,
  care: CarePart,
  sheet: SheetPart,
} as const;
const names = ['guide', 'slides', 'cards', 'questions', 'care', 'sheet'] as const;
const languages = ['en', 'nl'] as const;

/** The facilitator pack of a session: script, slides, cards, questions, care and sheets, on the screen and on paper. */
export function GuidePage({ session, part }: { readonly session: string; readonly part: string }) {
  const { t, language } = useLanguage();
  const [chosen, setChosen] = useState<GuideLanguage>(language === 'nl' ? 'nl' : 'en');
  const { found, refused } = useGuide(session, chosen);
  const name = names.find((one) => one === part) ?? 'guide';
  const Part = parts[name];
  return (
    <Page
      title={found ? <span lang={chosen}>{found.guide.title}</span> : t('learning.guide.title')}
      part={t(`learning.guide.part.${name}`)}
      crumbs={
        <div className={styles['onScreen']}>
          <Breadcrumbs
            label={t('learning.workshops.way')}
            parts={[
              <Link key="all" to="/workshops">
                {t('learning.workshops.title')}
              </Link>,
              t('learning.guide.title'),
            ]}
          />
        </div>
      }
    >
      <div className={styles['onScreen']}>
        <Tabs label={t('learning.guide.parts')}>
          {names.map((one) => (
            <Link
              key={one}
              to="/workshops/$"
              params={{ _splat: `${session}/${one}` }}
              aria-current={one === name ? 'page' : undefined}
            >
              {t(`learning.guide.part.${one}`)}
            </Link>
          ))}
        </Tabs>
      </div>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.guide.loading')} lines={6} />}
      {found && (
        <>
          <div className={`${styles['tools']} ${styles['onScreen']}`}>
            <Choice
              legend={t('learning.guide.language')}
              name="guide-language"
              inline
              options={languages.map((value) => ({ value, label: t(`learning.guide.language.${value}`) }))}
              value={chosen}
              onChange={(value) => setChosen(value === 'nl' ? 'nl' : 'en')}
            />
            <Button icon={<Printer size={18} strokeWidth={1.75} aria-hidden />} onClick={() => print()}>
              {t('learning.guide.print')}
            </Button>
          </div>
          <div className={styles['body']}>
            <DraftNotice course={found.guide} />
            <Part guide={found.guide} startsAt={found.startsAt} />
            {name !== 'sheet' && name !== 'slides' && <GuideSources guide={found.guide} />}
          </div>
        </>
      )}
    </Page>
  );
}

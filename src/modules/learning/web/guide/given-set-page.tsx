import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Breadcrumbs, Button, Choice, Notice, Page, Skeleton } from '#platform/web/ui';
import { languageName } from '../edit/language-name.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useMaterialTitle } from '../workshops/use-material-title.ts';
import { GivenCards, GivenSlides } from './given-slides.tsx';
import { GuideSources } from './guide-text.tsx';
import styles from './guide.module.css';
import { useGivenSet, type FoundSet } from './use-given-set.ts';

/** Slides or cards that a session was given, in the version that it was given: to show on a wall, or to print and hand out. */
export function GivenSetPage({ session, material }: { readonly session: string; readonly material: string }) {
  const { t } = useLanguage();
  const { found, refused } = useGivenSet(session, material);
  const titleOf = useMaterialTitle();
  const title = found && titleOf(found);
  return (
    <Page
      title={title ? <bdi>{title}</bdi> : t('learning.materials.title')}
      crumbs={
        <div className={styles['onScreen']}>
          <Breadcrumbs
            label={t('learning.workshops.way')}
            parts={[
              <Link key="all" to="/workshops">
                {t('learning.workshops.title')}
              </Link>,
              <Link key="session" to="/workshops/$" params={{ _splat: session }}>
                {t('learning.session.about')}
              </Link>,
              title ?? '…',
            ]}
          />
        </div>
      }
    >
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.guide.loading')} lines={6} />}
      {found && <FoundPart found={found} />}
    </Page>
  );
}

function FoundPart({ found: { kind, version, sets } }: { readonly found: FoundSet }) {
  const { t, language } = useLanguage();
  const languages = Object.keys(sets);
  const [chosen, choose] = useState(languages.find((one) => one === language) ?? languages[0] ?? '');
  const set = sets[chosen];
  if (set === undefined) return null;
  const shown = { language: chosen, slides: set.texts, sources: set.sources };
  return (
    <>
      <div className={`${styles['tools']} ${styles['onScreen']}`}>
        <Choice
          legend={t('learning.guide.language')}
          name="given-language"
          inline
          options={languages.map((value) => ({ value, label: languageName(value, language) }))}
          value={chosen}
          onChange={choose}
        />
        <Button icon={<Printer size={18} strokeWidth={1.75} aria-hidden />} onClick={() => print()}>
          {t('learning.guide.print')}
        </Button>
      </div>
      <div className={styles['body']}>
        {set.draft && <Notice tone="soon">{t('learning.materials.draft')}</Notice>}
        <p className={`${styles['small']} ${styles['onScreen']}`}>
          {t('learning.materials.asGiven', { version })} {kind === 'cards' && t('learning.materials.cardsLead')}
        </p>
        {kind === 'slides' ? <GivenSlides key={chosen} shown={shown} /> : <GivenCards shown={shown} />}
        <GuideSources guide={set} />
      </div>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, lookOf, Notice } from '#platform/web/ui';
import type { SetToGive } from '../../model/open/workshop/given-set.ts';
import { useSlide, WholeWindow, type Slides } from '../guide/slide-wall.tsx';
import { useGivenSet } from '../guide/use-given-set.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { ListedMaterial } from './material-calls.ts';
import type { ListedSession } from './use-workshops.ts';

interface ShowSetProps {
  /** What it is called here. */
  readonly title: string;
  readonly session: ListedSession;
  readonly material: ListedMaterial;
  readonly kind: SetToGive['part'];
}

/** Slides are shown from here, over the whole window; their own page, and that of cards, is for looking through and printing. */
export function ShowSet({ session, material, title, kind }: ShowSetProps) {
  const { t } = useLanguage();
  const [shows, setShows] = useState(false);
  const named = <span className="visually-hidden">: {title}</span>;
  return (
    <>
      {kind === 'slides' && (
        <Button kind="link" onClick={() => setShows(true)}>
          {t('learning.materials.show')}
          {named}
        </Button>
      )}
      <Link className={lookOf('link')} to="/workshops/$" params={{ _splat: `${session.id}/given/${material.id}` }}>
        {t(`learning.materials.open.${kind}`)}
        {named}
      </Link>
      {shows && <Shown session={session} material={material} onLeave={() => setShows(false)} />}
    </>
  );
}

/** The slides once they are here, in the language of the page where they have it. */
function Shown({
  session,
  material,
  onLeave,
}: Omit<ShowSetProps, 'kind' | 'title'> & { readonly onLeave: () => void }) {
  const { t, language } = useLanguage();
  const { found, refused } = useGivenSet(session.id, material.id);
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  const tags = Object.keys(found?.sets ?? {});
  const tag = tags.find((one) => one === language) ?? tags[0] ?? '';
  const set = found?.sets[tag];
  if (set === undefined) return null;
  return <Turned shown={{ language: tag, slides: set.texts, sources: set.sources }} onLeave={onLeave} />;
}

function Turned({ shown, onLeave }: { readonly shown: Slides; readonly onLeave: () => void }) {
  const [at, go] = useSlide(shown.slides.length);
  return <WholeWindow {...{ shown, at, go, onLeave }} />;
}

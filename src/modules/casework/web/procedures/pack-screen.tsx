import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import type { PackDocument } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { Breadcrumbs, Button, Field, Notice, Page } from '#platform/web/ui';
import { ChapterView } from './chapter-view.tsx';
import { chaptersShown, everything, type PackPlace } from './pack-route.ts';
import styles from './procedures.module.css';
import { RuleView, Sentences, type PackName } from './rule-view.tsx';
import { rulesWithWords } from './rules-with-words.ts';
import { SignOffCard } from './sign-off-card.tsx';
import { usePackDocument } from './use-pack-document.ts';

/** So many rules that were found are shown at once. */
const mostFound = 40;

/** One pack as a document: chapters, a map of each track, every rule, and words to find in them. */
export function PackScreen() {
  const { t } = useLanguage();
  const { pack: id = '', version = '' }: { readonly pack?: string; readonly version?: string } = useParams({
    strict: false,
  });
  const place: PackPlace = useSearch({ strict: false });
  const read = usePackDocument(id, version);
  const crumbs = (last: string) => (
    <Breadcrumbs
      label={t('casework.procedures.crumbs')}
      parts={[
        <Link key="all" to="/procedures">
          {t('casework.procedures.title')}
        </Link>,
        last,
      ]}
    />
  );
  if (read === null)
    return (
      <Page title={t('casework.procedures.title')} crumbs={crumbs(id)}>
        <Notice>{t('casework.procedures.notHere')}</Notice>
      </Page>
    );
  const { pack, document } = read;
  return (
    <Page title={document.title} crumbs={crumbs(`${id} ${version}`)}>
      <div className={styles['lead']}>
        <Sentences sentences={document.lead} />
      </div>
      <SignOffCard key={`signed ${id}@${version}`} pack={pack} />
      <Reading key={`${id}@${version}`} document={document} name={{ pack: id, version }} place={place}>
        {(chapters) => chapters.map((chapter) => <ChapterView key={chapter.anchor} chapter={chapter} pack={pack} />)}
      </Reading>
    </Page>
  );
}

/** The chapters with their contents, or what was found by words. Going to a rule brings it into view and gives it the focus. */
function Reading({
  document,
  name,
  place,
  children,
}: {
  readonly document: PackDocument;
  readonly name: PackName;
  readonly place: PackPlace;
  readonly children: (chapters: PackDocument['chapters']) => ReactNode;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  useGoTo(place);
  const asked = `${place.chapter ?? ''} ${place.rule ?? ''}`;
  const [before, setBefore] = useState(asked);
  // A way that was followed leads out of what was found.
  if (before !== asked) {
    setBefore(asked);
    setTyped('');
  }
  const shown = chaptersShown(document, place);
  return (
    <>
      <div className={styles['tools']}>
        <Field
          type="search"
          label={t('casework.procedures.find')}
          hint={t('casework.procedures.findHint')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button icon={<Printer size={20} strokeWidth={1.75} aria-hidden />} onClick={() => window.print()}>
          {t('casework.procedures.print')}
        </Button>
      </div>
      <Contents
        document={document}
        name={name}
        chosen={place.chapter === everything ? everything : (shown[0]?.anchor ?? '')}
      />
      {words.trim().length > 1 ? <Found document={document} name={name} words={words} /> : children(shown)}
    </>
  );
}

/** Brings the rule of the address into view and gives it the focus; after a chapter was chosen, the title of the chapter. */
function useGoTo({ rule, chapter }: PackPlace): void {
  const first = useRef(true);
  useEffect(() => {
    const wasFirst = first.current;
    first.current = false;
    const anchor = rule ?? (wasFirst || chapter === undefined || chapter === everything ? null : `${chapter}-chapter`);
    if (anchor === null) return undefined;
    // After the page's own title has had the focus.
    const frame = requestAnimationFrame(() => {
      const target = window.document.getElementById(anchor);
      target?.scrollIntoView({ block: 'start' });
      target?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [rule, chapter]);
}

function Contents({
  document,
  name,
  chosen,
}: {
  readonly document: PackDocument;
  readonly name: PackName;
  readonly chosen: string;
}) {
  const { t } = useLanguage();
  const chapters = [...document.chapters, { anchor: everything, title: t('casework.procedures.all') }];
  return (
    <nav className={styles['contents']} aria-label={t('casework.procedures.chapters')}>
      <ol>
        {chapters.map(({ anchor, title }) => (
          <li key={anchor}>
            <Link
              to="/procedures/$pack/$version"
              params={{ ...name }}
              search={{ chapter: anchor }}
              activeProps={{}}
              aria-current={anchor === chosen ? 'page' : undefined}
              resetScroll={false}
            >
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Found({
  document,
  name,
  words,
}: {
  readonly document: PackDocument;
  readonly name: PackName;
  readonly words: string;
}) {
  const { t } = useLanguage();
  const found = rulesWithWords(document, words);
  return (
    <section className={styles['chapter']}>
      <h2 role="status">{t('casework.procedures.found', { count: found.length })}</h2>
      {found.length > mostFound && (
        <p>{t('casework.procedures.foundMore', { shown: mostFound, count: found.length })}</p>
      )}
      {found.slice(0, mostFound).map(({ rule, chapter }) => (
        <RuleView key={rule.anchor} rule={rule} name={name} level="h3" chapter={chapter} />
      ))}
    </section>
  );
}

import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useNotices, type ShownNotice } from '#kernel/notices/web';
import { Button, Card, EmptyState, Notice, Page, Rows, Skeleton } from '#platform/web/ui';
import { Link } from '@tanstack/react-router';
import { useCaseload } from '../shared/use-caseload.ts';
import { NoticeLine } from './notice-line.tsx';

/** Milliseconds a list stands before it counts as seen. */
const lookMilliseconds = 1_500;
/** Lines of what was seen before that are shown at first. */
const seenAtFirst = 8;

/** What is new for one person, and what they have seen and is not over. */
export function ForYouScreen() {
  const { t } = useLanguage();
  const { at, notices, reload, see } = useNotices('for-you');
  const fresh = useFreshOnes(notices, see);
  const isNew = ({ id, seen }: ShownNotice): boolean => !seen || fresh.has(id);
  const groups = [
    ['new', notices.filter(isNew)],
    ['seen', notices.filter((notice) => !isNew(notice))],
  ] as const;
  return (
    <Page title={t('casework.forYou.title')} lead={t('casework.forYou.lead', { count: groups[0][1].length })}>
      {at === 'loading' && <Skeleton label={t('casework.forYou.title')} lines={6} />}
      {at === 'failed' && (
        <Notice tone="soon">
          <p>{t('casework.forYou.failed')}</p>
          <Button onClick={reload}>{t('casework.forYou.again')}</Button>
        </Notice>
      )}
      {at === 'here' && notices.length === 0 && <EmptyState>{t('casework.forYou.none')}</EmptyState>}
      {groups.map(([name, own]) =>
        own.length === 0 ? null : (
          <Card key={name} title={t(`casework.forYou.${name}`)} beside={own.length}>
            <NoticeRows notices={own} atFirst={name === 'new' ? own.length : seenAtFirst} />
          </Card>
        ),
      )}
      <p>
        <Link to="/account" hash="mail">
          {t('casework.forYou.mail')}
        </Link>
      </p>
    </Page>
  );
}

/** Lines of one card; what was seen before is long and folded at first. */
function NoticeRows({ notices, atFirst }: { readonly notices: readonly ShownNotice[]; readonly atFirst: number }) {
  const { t } = useLanguage();
  const { entries } = useCaseload();
  const [all, setAll] = useState(false);
  const shown = all ? notices : notices.slice(0, atFirst);
  return (
    <>
      <Rows>
        {shown.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} entry={entries.find(({ id }) => id === notice.space)} />
          </li>
        ))}
      </Rows>
      {notices.length > shown.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('casework.forYou.all', { count: notices.length })}
        </Button>
      )}
    </>
  );
}

/** Marks what is shown as seen after a moment, and remembers for this visit what was new. */
function useFreshOnes(
  notices: readonly ShownNotice[],
  see: (ids: readonly ShownNotice['id'][]) => Promise<void>,
): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const seeing = useRef(see);
  useEffect(() => {
    seeing.current = see;
  }, [see]);
  const unseen = notices.flatMap(({ id, seen }) => (seen ? [] : [id]));
  const key = unseen.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => {
      // Ids were joined right above.
      const ids = key.split(' ') as ShownNotice['id'][];
      setFresh((before) => new Set([...before, ...ids]));
      void seeing.current(ids);
    }, lookMilliseconds);
    return () => clearTimeout(timer);
  }, [key]);
  return fresh;
}

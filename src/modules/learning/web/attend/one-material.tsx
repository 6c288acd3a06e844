import { useState } from 'react';
import { parseCivilDate, utf8Text, type RouteOutput } from '#platform/base';
import { RichTextView } from '#kernel/content/web';
import { mediaTypeOf } from '#kernel/documents';
import { directionOf } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import type { materialRoutes } from '../../contract/material-routes.ts';
import type { GivenPage, GivenPages } from '../../model/open/workshop/given-page.ts';
import type { GivenSet, GivenSets } from '../../model/open/workshop/given-set.ts';
import { isOfPack } from '../../model/open/workshop/material.ts';
import { handFile } from '../hand-file.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { MaterialFacts } from '../workshops/material-facts.tsx';
import { useMaterialTitle } from '../workshops/use-material-title.ts';
import { attendCalls } from './attend-calls.ts';

type Given = RouteOutput<typeof materialRoutes.lookAtMaterials>['materials'][number];

/** One of them: a file that is handed to the browser, or a page that is read here. */
export function OneMaterial({ code, one }: { readonly code: string; readonly one: Given }) {
  const { t, language } = useLanguage();
  const title = useMaterialTitle()(one);
  const [pages, setPages] = useState<GivenPages | GivenSets | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    if (pages !== null) return setPages(null);
    setBusy(true);
    const answer = await attendCalls.takeMaterial(code, one.id);
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return;
    const bytes = Uint8Array.from(answer.value);
    // Written by our own server from a pack.
    if (isOfPack(one.kind)) setPages(JSON.parse(utf8Text(bytes)) as GivenPages | GivenSets);
    else handFile(bytes, one.name, mediaTypeOf(one.kind));
  };
  const [shown] = pages === null ? [] : pageIn(pages, language);
  return (
    <li>
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <br />
        <MaterialFacts kind={one.kind} name={one.name} bytes={one.bytes} />
      </p>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button
          busy={busy && t('learning.attend.loading')}
          {...(isOfPack(one.kind) ? { 'aria-expanded': pages !== null } : {})}
          onClick={() => void take()}
        >
          {t(isOfPack(one.kind) ? 'learning.materials.read' : 'learning.materials.get')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      </p>
      {shown && <PageView language={shown[0]} page={shown[1]} />}
    </li>
  );
}

/** The page in a language, else in one that it has. */
function pageIn(pages: GivenPages | GivenSets, language: string): readonly (readonly [string, GivenPage | GivenSet])[] {
  const all = Object.entries(pages);
  return all.toSorted(([one]) => (one === language ? -1 : 1)).slice(0, 1);
}

function PageView({ language, page }: { readonly language: string; readonly page: GivenPage | GivenSet }) {
  const { t, formatDay } = useLanguage();
  const ids = Object.keys(page.sources);
  const marks = { source: (id: string) => <sup>{ids.indexOf(id) + 1}</sup> };
  return (
    <article lang={language} dir={directionOf(language)} className={styles['part']}>
      <h3>{page.title}</h3>
      {page.draft && <Notice>{t('learning.materials.draft')}</Notice>}
      {'body' in page && <RichTextView text={page.body} marks={marks} />}
      {'texts' in page &&
        page.texts.map(({ id, title, body }) => (
          <section key={id}>
            <h4>{title}</h4>
            <RichTextView text={body} marks={marks} />
          </section>
        ))}
      <h4>{t('learning.source.title')}</h4>
      <ol>
        {Object.entries(page.sources).map(([id, { title, publisher, address, accessed }]) => {
          const day = parseCivilDate(accessed);
          return (
            <li key={id}>
              {publisher}:{' '}
              <a href={address} rel="noreferrer" target="_blank">
                {title}
              </a>
              . {day && t('learning.source.read', { day: formatDay(day) })}
            </li>
          );
        })}
      </ol>
      <p className={styles['small']}>
        {t('learning.materials.licence', {
          version: page.version,
          licence: page.licence,
          credit: page.credit.join(', '),
        })}
      </p>
    </article>
  );
}

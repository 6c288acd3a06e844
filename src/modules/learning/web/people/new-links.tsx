import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Notice, QrPicture, TakesFocus } from '#platform/web/ui';
import { writeCsv } from '#kernel/disclosure';
import { invitedPath } from '../../model/open/people/invited-path.ts';
import { handFile } from '../hand-file.ts';
import type { Invited } from './people-calls.ts';
import styles from './people.module.css';

/** The links that were just made, shown once: to copy, to scan, or all of them as a file. */
export function NewLinks({ made: { links, until } }: { readonly made: Invited }) {
  const { t, formatDay } = useLanguage();
  // Behind the `#`, which browsers send to nobody.
  const shown = links.map(({ id, label, secret }) => ({
    ...{ id, label },
    link: `${location.origin}${invitedPath}#invitation=${secret}`,
  }));
  const save = (): void => {
    const rows = shown.map(({ label, link }) => [label, link]);
    const table = writeCsv([[t('learning.people.label'), t('learning.people.link')], ...rows]);
    handFile(new TextEncoder().encode(table), 'baken-links.csv', 'text/csv');
  };
  return (
    <TakesFocus label={t('learning.people.links', { count: links.length })}>
      <Notice>
        <p>{t('learning.people.linksOnce', { count: links.length, day: formatDay(until) })}</p>
        <ul className={styles['links']}>
          {shown.map((one) => (
            <LinkRow key={one.id} {...one} />
          ))}
        </ul>
        {links.length > 1 && (
          <p>
            <Button onClick={save}>{t('learning.people.saveLinks')}</Button>
          </p>
        )}
      </Notice>
    </TakesFocus>
  );
}

function LinkRow({ label, link }: { readonly label: string; readonly link: string }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <li>
      <bdi className={styles['label']}>{label}</bdi>
      <p className={styles['link']}>{link}</p>
      <p>
        <Button kind="quiet" onClick={() => void copy()}>
          {t('learning.people.copy', { label })}
        </Button>{' '}
        <span role="status">
          {copied !== null && t(copied ? 'learning.people.copied' : 'learning.people.notCopied')}
        </span>
      </p>
      <Disclosure summary={t('learning.people.picture', { label })}>
        <div className={styles['inner']}>
          <QrPicture text={link} name={t('learning.people.pictureOf', { label })} width={200} />
        </div>
      </Disclosure>
    </li>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { CivilDate } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import styles from './applications.module.css';
import type { ApplicationBundle } from './make-application-bundle.ts';

const DocumentViewer = lazy(() =>
  import('#kernel/documents/web').then((module) => ({ default: module.DocumentViewer })),
);

const megabyte = 1_048_576;
/** What most mailboxes and portals still take, in bytes. */
const easyToSend = 25 * megabyte;

/** A finished bundle: how large it is, what to look at, to see and to save it. */
export function MadeBundle({
  opened,
  made,
  onSaved,
}: {
  readonly opened: OpenedCase;
  readonly made: ApplicationBundle;
  readonly onSaved: (bundle: { readonly sha256: string; readonly pages: number; readonly on: CivilDate }) => void;
}) {
  const { t, formatNumber } = useLanguage();
  const { today } = useOpenWork();
  const [open, setOpen] = useState(false);
  const name = `baken-${opened.open.codeName.toLowerCase().replaceAll(' ', '-')}.pdf`;
  const save = async (): Promise<void> => {
    const { saveCopy } = await import('#kernel/documents/web');
    saveCopy(made.bytes, name);
    onSaved({ sha256: made.sha256, pages: made.pages, on: today });
  };
  const size = formatNumber(Math.max(0.1, Math.round((made.bytes.length / megabyte) * 10) / 10));
  return (
    <>
      <Notice>{t('casework.bundle.made', { pages: made.pages, size })}</Notice>
      {made.bytes.length > easyToSend && <Notice tone="soon">{t('casework.bundle.large')}</Notice>}
      {made.withLostNotes.length > 0 && (
        <Notice tone="soon">{t('casework.bundle.lostNotes', { list: made.withLostNotes.join(', ') })}</Notice>
      )}
      <div className={styles['actions']}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'casework.made.close' : 'casework.bundle.preview')}
        </Button>
        <Button onClick={() => void save()}>{t('casework.bundle.download')}</Button>
      </div>
      {open && (
        <Suspense fallback={<Skeleton label={t('casework.paper.opening')} />}>
          <DocumentViewer
            bytes={made.bytes}
            mediaType="application/pdf"
            name={name}
            title={t('casework.bundle.title')}
          />
        </Suspense>
      )}
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import { cleanFileName, mediaTypeOf, type FileKind } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import styles from './applications.module.css';

const DocumentViewer = lazy(() =>
  import('#kernel/documents/web').then((module) => ({ default: module.DocumentViewer })),
);

interface MadeBytes {
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
}

/** A file that was made on this device: to look at in the frame that can reach nothing, and to save. */
export function MadeFile({
  title,
  name,
  shown,
  saved,
}: {
  readonly title: string;
  readonly name: string;
  readonly shown: MadeBytes;
  readonly saved: readonly (MadeBytes & { readonly label: string })[];
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const save = async ({ bytes, kind }: MadeBytes): Promise<void> => {
    const { saveCopy } = await import('#kernel/documents/web');
    saveCopy(bytes, cleanFileName(`${name}.${kind}`, kind));
  };
  return (
    <>
      <div className={styles['actions']}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'casework.made.close' : 'casework.made.look')}
        </Button>
        {saved.map((file) => (
          <Button key={file.label} onClick={() => void save(file)}>
            {file.label}
          </Button>
        ))}
      </div>
      <Notice>{t('casework.made.unsealed')}</Notice>
      {open && (
        <Suspense fallback={<Skeleton label={t('casework.paper.opening')} />}>
          <DocumentViewer
            bytes={shown.bytes}
            mediaType={mediaTypeOf(shown.kind)}
            name={`${name}.${shown.kind}`}
            title={title}
          />
        </Suspense>
      )}
    </>
  );
}

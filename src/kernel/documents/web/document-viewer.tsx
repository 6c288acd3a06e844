import { useCallback, useMemo, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton, Stack } from '#platform/web/ui';
import { keptTheme } from '#platform/web/design';
import {
  cleanFileName,
  isPicture,
  isShown,
  kindOfMediaType,
  type ViewerAnswer,
  type ViewerFailure,
  type ViewerOrder,
} from '../index.ts';
import { saveCopy } from './save-copy.ts';
import { ViewerFrame } from './viewer-frame.tsx';

/**
 * Shows opened bytes in the frame that can reach nothing. Office files are never shown; any file can be
 * saved after a warning, under a cleaned name.
 */
export function DocumentViewer({
  bytes,
  mediaType,
  name,
  title,
}: {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  readonly title: string;
}) {
  const { t, language } = useLanguage();
  const [failure, setFailure] = useState<ViewerFailure | null>(null);
  const [shown, setShown] = useState(false);
  const kind = kindOfMediaType(mediaType);
  const order = useMemo<ViewerOrder | null>(() => {
    if (!kind || !isShown(kind)) return null;
    const theme = keptTheme();
    return {
      kind: 'show',
      mediaKind: kind === 'pdf' ? 'pdf' : isPicture(kind) ? 'picture' : 'text',
      mediaType,
      bytes: Uint8Array.from(bytes).buffer,
      language,
      scheme: theme === 'system' ? 'light dark' : theme,
      words: {
        larger: t('documents.viewer.larger'),
        smaller: t('documents.viewer.smaller'),
        place: t('documents.viewer.place', { page: '{page}', pages: '{pages}' }),
        picture: t('documents.viewer.picture'),
      },
    };
  }, [bytes, kind, mediaType, language, t]);
  const hear = useCallback((answer: ViewerAnswer) => {
    setShown(true);
    setFailure(answer.kind === 'failed' ? answer.code : null);
  }, []);
  return (
    <Stack>
      {!order && <Notice>{t('documents.viewer.office')}</Notice>}
      {order && !shown && <Skeleton label={t('documents.viewer.opening')} lines={1} />}
      {failure && <Notice tone="soon">{t(`documents.viewer.failed.${failure}`)}</Notice>}
      {order && <ViewerFrame order={order} label={t('documents.viewer.label', { name: title })} onAnswer={hear} />}
      <SaveButton onSave={() => saveCopy(bytes, kind ? cleanFileName(name, kind) : 'file.bin')} />
    </Stack>
  );
}

/** Asks once more before a copy leaves the sealed case. */
function SaveButton({ onSave }: { readonly onSave: () => void }) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div>
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {t('documents.viewer.save')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Notice tone="soon">{t('documents.viewer.warning')}</Notice>
      <div>
        <Button
          onClick={() => {
            onSave();
            setAsked(false);
          }}
        >
          {t('documents.viewer.saveAnyway')}
        </Button>
      </div>
    </>
  );
}

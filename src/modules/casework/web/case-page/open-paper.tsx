import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { readPaper, type CaseRefusal, type OpenedCase, type Paper } from '#modules/casework/client';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';

const DocumentViewer = lazy(() =>
  import('#kernel/documents/web').then((module) => ({ default: module.DocumentViewer })),
);

/** Fetches a sealed file, opens it on this device and shows it in a frame that can reach nothing. */
export function OpenPaper({
  opened,
  paper,
  kind = 'plain',
}: {
  readonly opened: OpenedCase;
  readonly paper: Paper;
  readonly kind?: 'plain' | 'link';
}) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  const open = async (): Promise<void> => {
    if (bytes) {
      setBytes(null);
      return;
    }
    setBusy(true);
    const read = await readPaper(session, opened, paper);
    setBusy(false);
    setRefusal(read.ok ? null : read.refusal);
    if (read.ok) setBytes(read.value);
  };
  return (
    <div>
      <Button
        kind={kind}
        aria-expanded={bytes !== null}
        busy={busy && t('casework.paper.opening')}
        onClick={() => void open()}
      >
        {t(bytes ? 'casework.paper.close' : 'casework.paper.open')}
      </Button>
      {refusal && (
        <Notice tone="late">
          {refusal.type === 'HashMismatch' ? t('casework.paper.changed') : caseRefusalMessage(t, refusal)}
        </Notice>
      )}
      {bytes && paper.file && (
        <Suspense fallback={<Skeleton label={t('casework.paper.opening')} />}>
          <DocumentViewer bytes={bytes} mediaType={paper.file.mediaType} name={paper.file.name} title={paper.title} />
        </Suspense>
      )}
    </div>
  );
}

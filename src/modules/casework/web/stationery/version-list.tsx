import { useEffect, useState } from 'react';
import type { RecordId, Result } from '#platform/base';
import type { FileKind } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { SpaceSession } from '#kernel/spaces/client';
import {
  readStationeryFile,
  type CaseRefusal,
  type LetterTemplate,
  type Stationery,
  type StationeryItem,
} from '#modules/casework/client';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { engineDay } from '../shared/engine-day.ts';
import { useStationery } from './stationery-store.ts';
import styles from './stationery.module.css';

type ReadVersions<Content> = (
  session: SpaceSession,
  stationery: Stationery,
  id: RecordId,
) => Promise<Result<readonly StationeryItem<Content>[], CaseRefusal>>;

interface WithFile {
  readonly file: LetterTemplate['file'];
}

/** Every version of a template or form: when, by whom, and its file as it was. */
export function VersionList<Content extends WithFile>({
  id,
  kind,
  read,
  titleOf,
}: {
  readonly id: RecordId;
  readonly kind: FileKind;
  readonly read: ReadVersions<Content>;
  readonly titleOf: (content: Content) => string;
}) {
  const { t, formatDay } = useLanguage();
  const { session, names } = useOpenWork();
  const { stationery } = useStationery();
  const [versions, setVersions] = useState<readonly StationeryItem<Content>[] | null>(null);
  const [refusal, setRefusal] = useState<CaseRefusal | null>(null);
  useEffect(() => {
    if (!stationery) return;
    void read(session, stationery, id).then((answer) => {
      if (answer.ok) setVersions(answer.value);
      else setRefusal(answer.refusal);
    });
  }, [id, read, session, stationery]);
  const save = async ({ file }: WithFile): Promise<void> => {
    if (!stationery) return;
    const { saveCopy } = await import('#kernel/documents/web');
    const { cleanFileName } = await import('#kernel/documents');
    const bytes = await readStationeryFile(session, stationery, file);
    if (bytes.ok) saveCopy(bytes.value, cleanFileName(file.name, kind));
    else setRefusal(bytes.refusal);
  };
  if (!versions && !refusal) return <Skeleton label={t('casework.stationery.opening')} lines={2} />;
  return (
    <div className={styles['found']}>
      {refusal && <Notice tone="late">{caseRefusalMessage(t, refusal)}</Notice>}
      <ol className={styles['places']} aria-label={t('casework.stationery.versions')}>
        {(versions ?? []).map(({ version, author, time, content }) => (
          <li key={version}>
            {t('casework.stationery.versionBy', {
              version,
              name: names.get(author) ?? t('casework.noName'),
              day: formatDay(engineDay(time)),
            })}{' '}
            <span dir="auto">{titleOf(content)}</span>{' '}
            <Button kind="quiet" onClick={() => void save(content)}>
              {t('casework.stationery.save')}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}

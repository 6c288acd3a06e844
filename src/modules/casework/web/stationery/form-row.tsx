import { useState } from 'react';
import { templateFields, type FormMap } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { readFormVersions, reviseStationery, type OfficialForm, type StationeryItem } from '#modules/casework/client';
import { Button, Notice, StateMark } from '#platform/web/ui';
import { engineDay } from '../shared/engine-day.ts';
import { CheckReport } from './check-report.tsx';
import { FormUpload } from './form-upload.tsx';
import { SaveFile } from './save-file.tsx';
import { useStationery, useStationeryAct } from './stationery-store.ts';
import styles from './stationery.module.css';
import { stationeryRefusalMessage } from './refusal-message.ts';
import { VersionList } from './version-list.tsx';

/** One official form: its edition, what it reveals, its map and its versions. */
export function FormRow({
  form,
  mayChange,
}: {
  readonly form: StationeryItem<OfficialForm>;
  readonly mayChange: boolean;
}) {
  const { t, formatDay } = useLanguage();
  const { stationery, files } = useStationery();
  const act = useStationeryAct();
  const [open, setOpen] = useState<'report' | 'replace' | 'versions' | null>(null);
  const { id, content, version } = form;
  const { map } = content;
  const bytes = files.get(content.file.document);
  const toggle = (part: typeof open): void => setOpen(open === part ? null : part);
  const retire = (): void => {
    if (!stationery) return;
    const retired = { ...content, retired: !content.retired };
    void act.run((session) => reviseStationery(session, stationery, 'official-form', form, retired));
  };
  return (
    <li className={styles['row']}>
      <div>
        <strong dir="auto">{map.title}</strong>
        <p className={styles['muted']}>
          {t('casework.officialForm.line', {
            authority: map.authority,
            edition: map.edition,
            day: formatDay(engineDay(map.checkedOn)),
          })}
        </p>
      </div>
      <div className={styles['tags']}>
        <StateMark kind="plain" icon={false}>
          {t('casework.officialForm.fields', { count: map.fields.length })}
        </StateMark>
        {content.retired && <StateMark kind="stale">{t('casework.stationery.retired')}</StateMark>}
        {!bytes && <StateMark kind="unfit">{t('casework.stationery.fileUnfit')}</StateMark>}
      </div>
      <div className={styles['actions']}>
        <Button kind="quiet" aria-expanded={open === 'report'} onClick={() => toggle('report')}>
          {t('casework.stationery.reveals')}
        </Button>
        {bytes && (
          <SaveFile bytes={bytes} kind="pdf" name={content.file.name} label={t('casework.officialForm.saveBlank')} />
        )}
        <SaveMap map={map} />
        {version > 1 && (
          <Button kind="quiet" aria-expanded={open === 'versions'} onClick={() => toggle('versions')}>
            {t('casework.stationery.versions')}
          </Button>
        )}
        {mayChange && (
          <>
            <Button kind="quiet" aria-expanded={open === 'replace'} onClick={() => toggle('replace')}>
              {t('casework.officialForm.newEdition')}
            </Button>
            <Button kind="quiet" busy={act.busy && t('casework.saving')} onClick={retire}>
              {t(content.retired ? 'casework.stationery.use' : 'casework.stationery.retire')}
            </Button>
          </>
        )}
      </div>
      {act.refusal && <Notice tone="late">{stationeryRefusalMessage(t, act.refusal)}</Notice>}
      {open === 'report' && <CheckReport tags={tagsOf(map)} />}
      {open === 'versions' && (
        <VersionList id={id} kind="pdf" read={readFormVersions} titleOf={({ map: { edition } }) => edition} />
      )}
      {open === 'replace' && <FormUpload replaces={form} onDone={() => setOpen(null)} />}
    </li>
  );
}

function tagsOf(map: FormMap) {
  const paths = [...new Set(map.fields.map(({ from }) => from))];
  return paths.map((tag) => ({ tag, reveals: templateFields[tag]?.reveals ?? 'nothing' }));
}

/** The map as a file, to check it elsewhere or to keep it under version control. */
function SaveMap({ map }: { readonly map: FormMap }) {
  const { t } = useLanguage();
  const save = async (): Promise<void> => {
    const { saveCopy } = await import('#kernel/documents/web');
    const { writeFormMap } = await import('#kernel/documents/client');
    saveCopy(new TextEncoder().encode(writeFormMap(map)), `${map.id}.yaml`);
  };
  return (
    <Button kind="quiet" onClick={() => void save()}>
      {t('casework.officialForm.saveMap')}
    </Button>
  );
}

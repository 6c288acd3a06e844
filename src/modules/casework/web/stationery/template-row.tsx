import { useState } from 'react';
import { isLanguage, languageNames } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import {
  readTemplateVersions,
  reviseStationery,
  type LetterTemplate,
  type StationeryItem,
} from '#modules/casework/client';
import { Button, Notice, StateMark } from '#platform/web/ui';
import { CheckReport } from './check-report.tsx';
import { SaveFile } from './save-file.tsx';
import { useStationery, useStationeryAct } from './stationery-store.ts';
import styles from './stationery.module.css';
import { TemplateUpload } from './template-upload.tsx';
import { stationeryRefusalMessage } from './refusal-message.ts';
import { VersionList } from './version-list.tsx';

/** One template of the organisation's own: what it is, what it reveals, its versions. */
export function TemplateRow({
  template,
  mayChange,
}: {
  readonly template: StationeryItem<LetterTemplate>;
  readonly mayChange: boolean;
}) {
  const { t, formatDay } = useLanguage();
  const { stationery, files } = useStationery();
  const act = useStationeryAct();
  const [open, setOpen] = useState<'report' | 'replace' | 'versions' | null>(null);
  const { id, content, version } = template;
  const bytes = files.get(content.file.document);
  const toggle = (part: typeof open): void => setOpen(open === part ? null : part);
  const retire = (): void => {
    if (!stationery) return;
    const retired = { ...content, retired: !content.retired };
    void act.run((session) => reviseStationery(session, stationery, 'letter-template', template, retired));
  };
  return (
    <li className={styles['row']}>
      <div>
        <strong dir="auto">{content.title}</strong>
        <p className={styles['muted']}>
          {t('casework.stationery.version', { version, day: formatDay(content.checkedOn) })}
        </p>
      </div>
      <div className={styles['tags']}>
        <StateMark kind="plain" icon={false}>
          {isLanguage(content.language) ? languageNames[content.language] : content.language}
        </StateMark>
        {content.retired && <StateMark kind="stale">{t('casework.stationery.retired')}</StateMark>}
        {!bytes && <StateMark kind="unfit">{t('casework.stationery.fileUnfit')}</StateMark>}
      </div>
      <div className={styles['actions']}>
        <Button kind="quiet" aria-expanded={open === 'report'} onClick={() => toggle('report')}>
          {t('casework.stationery.reveals')}
        </Button>
        {bytes && <SaveFile bytes={bytes} kind="docx" name={content.file.name} />}
        {version > 1 && (
          <Button kind="quiet" aria-expanded={open === 'versions'} onClick={() => toggle('versions')}>
            {t('casework.stationery.versions')}
          </Button>
        )}
        {mayChange && (
          <>
            <Button kind="quiet" aria-expanded={open === 'replace'} onClick={() => toggle('replace')}>
              {t('casework.stationery.replace')}
            </Button>
            <Button kind="quiet" busy={act.busy && t('casework.saving')} onClick={retire}>
              {t(content.retired ? 'casework.stationery.use' : 'casework.stationery.retire')}
            </Button>
          </>
        )}
      </div>
      {act.refusal && <Notice tone="late">{stationeryRefusalMessage(t, act.refusal)}</Notice>}
      {open === 'report' && <CheckReport tags={content.tags} />}
      {open === 'versions' && (
        <VersionList id={id} kind="docx" read={readTemplateVersions} titleOf={({ title }) => title} />
      )}
      {open === 'replace' && <TemplateUpload replaces={template} onDone={() => setOpen(null)} />}
    </li>
  );
}

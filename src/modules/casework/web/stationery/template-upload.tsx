import { useState, type FormEvent } from 'react';
import { languages, languageNames } from '#kernel/languages';
import type { TemplateReport } from '#kernel/documents';
import type { TagPlace } from '#kernel/documents/client';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { saveTemplate, type LetterTemplate, type SeenVersion, type StationeryItem } from '#modules/casework/client';
import { Button, Field, Notice, Select } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { CheckReport } from './check-report.tsx';
import { judgeTemplateFile } from './judge-template-file.ts';
import { NewerVersion, newerThan } from './newer-version.tsx';
import { useStationery, useStationeryAct } from './stationery-store.ts';
import styles from './stationery.module.css';

type Judged =
  | { readonly at: 'none' }
  | { readonly at: 'checking' }
  | { readonly at: 'good'; readonly bytes: Uint8Array; readonly name: string; readonly report: TemplateReport }
  | { readonly at: 'refused'; readonly message: string; readonly places: readonly TagPlace[] };

/** Takes a Word template: it is checked here, and what it will reveal is shown before it is kept. */
export function TemplateUpload({
  onDone,
  replaces,
}: {
  readonly onDone: () => void;
  readonly replaces?: StationeryItem<LetterTemplate>;
}) {
  const { t, language } = useLanguage();
  const { today } = useOpenWork();
  const { stationery } = useStationery();
  const act = useStationeryAct();
  const [title, setTitle] = useState(replaces?.content.title ?? '');
  const [tongue, setTongue] = useState<string>(replaces?.content.language ?? language);
  const [judged, setJudged] = useState<Judged>({ at: 'none' });
  const [wrong, setWrong] = useState<string | null>(null);
  const [seen] = useState<SeenVersion | undefined>(replaces);
  const newer = newerThan(stationery?.templates ?? [], seen);
  const choose = async (file: File | undefined): Promise<void> => {
    setWrong(null);
    setJudged(file ? { at: 'checking' } : { at: 'none' });
    if (file) setJudged(await judgeTemplateFile(t, file));
  };
  const save = async (over: SeenVersion | undefined): Promise<void> => {
    const name = title.normalize('NFC').trim();
    if (!stationery || judged.at !== 'good' || name === '') {
      setWrong(t(name === '' ? 'casework.stationery.titleNeeded' : 'casework.stationery.fileNeeded'));
      return;
    }
    const { tags, needs } = judged.report;
    const template = { title: name, language: tongue, tags: [...tags], needs: [...needs], checkedOn: today };
    const file = { bytes: judged.bytes, name: judged.name };
    if (await act.run((session) => saveTemplate(session, stationery, template, file, over))) onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(seen);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <Field
        label={t('casework.stationery.templateFile')}
        hint={t('casework.stationery.templateHint')}
        type="file"
        accept=".docx"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {judged.at === 'checking' && <p role="status">{t('casework.stationery.checking')}</p>}
      {judged.at === 'refused' && <RefusedTemplate message={judged.message} places={judged.places} />}
      {judged.at === 'good' && (
        <section className={styles['found']} aria-label={t('casework.stationery.report')}>
          <p>{t('casework.stationery.good', { count: judged.report.tags.length })}</p>
          <CheckReport tags={judged.report.tags} />
          {judged.report.needs.length > 0 && <Notice tone="soon">{t('casework.stationery.needs')}</Notice>}
        </section>
      )}
      <Field
        label={t('casework.stationery.name')}
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Select
        label={t('casework.stationery.language')}
        value={tongue}
        onChange={(event) => setTongue(event.target.value)}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      {wrong && <Notice tone="late">{wrong}</Notice>}
      {newer && (
        <NewerVersion
          item={newer}
          theirs={<TemplateLine title={newer.content.title} file={newer.content.file.name} />}
          mine={<TemplateLine title={title} file={judged.at === 'good' ? judged.name : ''} />}
          onMine={() => void save(newer)}
          onTheirs={onDone}
          onBoth={() => void save(undefined)}
        />
      )}
      {act.refusal && !newer && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        {!newer && (
          <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
            {t(replaces ? 'casework.stationery.saveVersion' : 'casework.stationery.saveTemplate')}
          </Button>
        )}
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}

/** Why it was not taken, and the lines that are wrong. */
function TemplateLine({ title, file }: { readonly title: string; readonly file: string }) {
  return (
    <p>
      <strong dir="auto">{title}</strong> <bdi>{file}</bdi>
    </p>
  );
}

function RefusedTemplate({ message, places }: { readonly message: string; readonly places: readonly TagPlace[] }) {
  const { t } = useLanguage();
  return (
    <Notice tone="late">
      <p>
        {t('casework.stationery.refused')} {message}
      </p>
      {places.length > 0 && (
        <ul className={styles['places']}>
          {places.map(({ tag, line, words }) => (
            <li key={`${tag}:${line}`}>
              {t('casework.stationery.line', { line })} <code>{`{${tag}}`}</code> <q dir="auto">{words}</q>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

import { useState, type FormEvent } from 'react';
import type { FormMap } from '#kernel/documents';
import type { FormReport } from '#kernel/documents/client';
import { releasedPacks, describeDocument } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  newestPacks,
  packsOf,
  saveForm,
  type OfficialForm,
  type SeenVersion,
  type StationeryItem,
} from '#modules/casework/client';
import { Button, Checks, Disclosure, Field, Notice, TextArea } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { CheckReport } from './check-report.tsx';
import type { ReadForm } from './judge-form-file.ts';
import { MapBuilder } from './map-builder.tsx';
import { draftOfMap, mapOfDraft } from './map-draft.ts';
import { NewerVersion, newerThan } from './newer-version.tsx';
import { useStationery, useStationeryAct } from './stationery-store.ts';
import styles from './stationery.module.css';

/** The form's title and edition, its fields joined with ours, and what that reveals. */
export function FormMapForm({
  read,
  map,
  onDone,
  replaces,
}: {
  readonly read: ReadForm;
  readonly map: FormMap | null;
  readonly onDone: () => void;
  readonly replaces?: StationeryItem<OfficialForm>;
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const { stationery } = useStationery();
  const act = useStationeryAct();
  const [head, setHead] = useState({
    title: map?.title ?? '',
    authority: map?.authority ?? '',
    edition: map?.edition ?? '',
    sign: map?.sign.join('\n') ?? '',
  });
  const [draft, setDraft] = useState(() => draftOfMap(read.fields, map));
  const [meets, setMeets] = useState<readonly string[]>(replaces?.content.meets ?? []);
  const [report, setReport] = useState<FormReport | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const judge = async (): Promise<FormMap | null> => {
    const { checkFormMap } = await import('#kernel/documents/client');
    const { documentRefusalMessage } = await import('#kernel/documents/web');
    const made = mapOfDraft(read.fields, draft, mapHead(head, read.sha256, today));
    if (!made.ok) {
      const { refusal } = made;
      setWrong(
        refusal.type === 'FormMapWrong'
          ? documentRefusalMessage(t, refusal)
          : t(`casework.formMap.refused.${refusal.type}`, { field: 'field' in refusal ? refusal.field : '' }),
      );
      return null;
    }
    const checked = await checkFormMap(read.bytes, made.value);
    setWrong(checked.ok ? null : documentRefusalMessage(t, checked.refusal));
    setReport(checked.ok ? checked.value : null);
    return checked.ok ? made.value : null;
  };
  const newer = newerThan(stationery?.forms ?? [], replaces);
  const save = async (over: SeenVersion | undefined): Promise<void> => {
    const made = await judge();
    if (!made || !stationery) return;
    const form = { map: made, meets: [...meets] };
    const file = { bytes: read.bytes, name: read.name };
    if (await act.run((session) => saveForm(session, stationery, form, file, over))) onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(replaces);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      {(['title', 'authority', 'edition'] as const).map((name) => (
        <Field
          key={name}
          label={t(name === 'title' ? 'casework.stationery.name' : `casework.officialForm.${name}`)}
          dir="auto"
          value={head[name]}
          onChange={(event) => setHead({ ...head, [name]: event.target.value })}
        />
      ))}
      <TextArea
        label={`${t('casework.officialForm.sign')} (${t('casework.optional')})`}
        hint={t('casework.officialForm.signHint')}
        rows={2}
        value={head.sign}
        onChange={(event) => setHead({ ...head, sign: event.target.value })}
      />
      <MeetsChoice meets={meets} onChange={setMeets} />
      <h3>{t('casework.formMap.title')}</h3>
      <p className={styles['muted']}>{t('casework.formMap.lead')}</p>
      <MapBuilder fields={read.fields} draft={draft} onChange={setDraft} />
      {report && (
        <section className={styles['found']} aria-label={t('casework.stationery.report')}>
          <CheckReport tags={report.tags} />
        </section>
      )}
      {wrong && <Notice tone="late">{wrong}</Notice>}
      {newer && (
        <NewerVersion
          item={newer}
          theirs={<EditionLine title={newer.content.map.title} edition={newer.content.map.edition} />}
          mine={<EditionLine title={head.title} edition={head.edition} />}
          onMine={() => void save(newer)}
          onTheirs={onDone}
          onBoth={() => void save(undefined)}
        />
      )}
      {act.refusal && !newer && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        {!newer && (
          <Button kind="main" type="submit" busy={act.busy && t('casework.saving')}>
            {t(replaces ? 'casework.officialForm.saveEdition' : 'casework.officialForm.save')}
          </Button>
        )}
        <Button onClick={() => void judge()}>{t('casework.officialForm.check')}</Button>
        <Button onClick={onDone}>{t('casework.cancel')}</Button>
      </div>
    </form>
  );
}

function EditionLine({ title, edition }: { readonly title: string; readonly edition: string }) {
  return (
    <p>
      <strong dir="auto">{title}</strong> <bdi>{edition}</bdi>
    </p>
  );
}

/** Which requirements of the packs the filled form stands for. */
function MeetsChoice({
  meets,
  onChange,
}: {
  readonly meets: readonly string[];
  readonly onChange: (meets: readonly string[]) => void;
}) {
  const { t, language } = useLanguage();
  const countries = [...new Set(releasedPacks.map(({ country }) => country))];
  const packs = countries.flatMap((country) => packsOf(newestPacks(country)) ?? []);
  const known = new Map(
    packs.flatMap((pack) => pack.documents.map(({ id }) => [id, describeDocument(pack, id, language)] as const)),
  );
  return (
    <Disclosure summary={t('casework.officialForm.meetsCount', { count: meets.length })} open={meets.length > 0}>
      <div className={styles['found']}>
        <Checks
          legend={t('casework.officialForm.meets')}
          options={[...known].map(([value, label]) => ({ value, label }))}
          values={meets}
          onChange={onChange}
        />
      </div>
    </Disclosure>
  );
}

function mapHead(
  { title, authority, edition, sign }: Readonly<Record<'title' | 'authority' | 'edition' | 'sign', string>>,
  sha256: string,
  checkedOn: string,
) {
  const clean = (text: string): string => text.normalize('NFC').trim();
  const id = clean(title)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return {
    id: id.length < 2 ? 'form' : id,
    title: clean(title),
    authority: clean(authority),
    edition: clean(edition),
    sha256,
    checkedOn,
    sign: sign
      .split('\n')
      .map(clean)
      .filter((line) => line !== ''),
  };
}

import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Field, Notice, Select } from '#platform/web/ui';
import { draftRoutes } from '../../contract/draft-routes.ts';
import { isPictureName } from '../../model/open/folder/course-folder.ts';
import { mediumThere } from '../../model/open/folder/medium-there.ts';
import { refusalMessage } from '../refusal-message.ts';
import { FindingList } from './finding-list.tsx';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import { useShownPictures } from './use-shown-pictures.ts';
import styles from './edit.module.css';

const file = 'media/media.yaml';

/** Pictures of the course: whose each is, and what can be seen in it. What is said instead of one stands with the block that shows it. */
export function PicturesPart() {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const shown = useShownPictures();
  const names = [...draft.source.mediaThere.keys()];
  return (
    <Card title={t('learning.edit.part.pictures')} beside={names.length}>
      <div className={styles['form']}>
        <FindingList findings={findings.filter((one) => one.file === file && one.path.length === 0)} />
        {names.length === 0 && <EmptyState>{t('learning.edit.noPictures')}</EmptyState>}
        {names.map((name) => (
          <PictureForm key={name} name={name} address={shown?.get(name) ?? null} />
        ))}
        <AddPicture />
      </div>
    </Card>
  );
}

function PictureForm({ name, address }: { readonly name: string; readonly address: string | null }) {
  const { t } = useLanguage();
  const { id, draft, findings, alone } = useSitting();
  const { work } = useWork();
  const edit = useEdit();
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const said = draft.source.media[name];
  const remove = async (): Promise<void> => {
    const drop = (version: number) =>
      work.api.call(draftRoutes.dropPicture, { params: { draft: id, name }, query: { version } });
    const gone = await alone(drop);
    setRefused(gone === 'NotFound' ? null : gone);
    if (gone !== null && gone !== 'NotFound') return;
    edit({ type: 'medium', name, bytes: null, addresses: [] });
    edit({ type: 'put', file, path: [name], value: undefined });
  };
  return (
    <fieldset className={styles['part']}>
      <legend>
        <bdi>{name}</bdi>
      </legend>
      {address !== null && <img className={styles['picture']} src={address} alt="" />}
      <FindingList findings={findings.filter((one) => one.file === file && one.path[0] === name)} />
      {said && (
        <>
          <Field
            key={said.licence}
            label={t('learning.edit.licence')}
            hint={t('learning.edit.pictureLicenceHint')}
            defaultValue={said.licence}
            onBlur={({ target }) => {
              const value = target.value.trim();
              if (value !== said.licence) edit({ type: 'put', file, path: [name, 'licence'], value });
            }}
          />
          <Listed name={name} field="credit" values={said.credit} separator="," />
          <Listed name={name} field="depicts" values={said.depicts} separator=" " />
          <Select
            label={t('learning.edit.field.shows')}
            options={['nobody', 'drawn', 'real'].map((value) => ({ value, label: t(`learning.edit.people.${value}`) }))}
            value={said.people}
            onChange={({ target: { value } }) => edit({ type: 'put', file, path: [name, 'people'], value })}
          />
          {said.people === 'real' && (
            <Field
              label={t('learning.edit.field.consent')}
              defaultValue={said.consent ?? ''}
              onBlur={({ target: { value } }) => {
                const where = value.trim() || undefined;
                if (where !== said.consent) edit({ type: 'put', file, path: [name, 'consent'], value: where });
              }}
            />
          )}
        </>
      )}
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {asked ? (
        <p className={styles['moves']}>
          <span>{t('learning.edit.removePictureLead')}</span>
          <Button kind="danger" onClick={() => void remove()}>
            {t('learning.edit.removeSure')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('learning.edit.removeNot')}</Button>
        </p>
      ) : (
        <p>
          <Button kind="link" onClick={() => setAsked(true)}>
            {t('learning.edit.remove')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function Listed({
  name,
  field,
  values,
  separator,
}: {
  readonly name: string;
  readonly field: 'credit' | 'depicts';
  readonly values: readonly string[];
  readonly separator: string;
}) {
  const { t } = useLanguage();
  const edit = useEdit();
  return (
    <Field
      key={values.join()}
      label={t(`learning.edit.field.${field}`)}
      hint={t(`learning.edit.hint.${field}`)}
      defaultValue={values.join(`${separator.trim()} `)}
      onBlur={({ target: { value } }) => {
        const named = value
          .split(separator)
          .map((one) => (field === 'depicts' ? one.replaceAll(',', '').toLowerCase() : one).trim())
          .filter(Boolean);
        if (named.join() !== values.join()) edit({ type: 'put', file, path: [name, field], value: named });
      }}
    />
  );
}

function AddPicture() {
  const { t } = useLanguage();
  const { id, draft, alone } = useSitting();
  const { work } = useWork();
  const edit = useEdit();
  const [refused, setRefused] = useState<string | null>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const add = async (): Promise<void> => {
    if (chosen === null) return setRefused('FileMissing');
    const name = chosen.name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
    if (!isPictureName(name)) return setRefused('PictureUnsafe');
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const sent = await alone((version) =>
      work.api.call(draftRoutes.putPicture, { params: { draft: id, name }, query: { version }, input: bytes }),
    );
    setRefused(sent);
    if (sent !== null) return;
    const there = mediumThere(name, bytes);
    const { licence, credit } = draft.source.course;
    edit({ type: 'medium', name, ...there });
    edit({ type: 'put', file, path: [name], value: { licence, credit, people: 'drawn', depicts: ['picture'] } });
    setChosen(null);
  };
  return (
    <div className={styles['form']}>
      <Field
        label={t('learning.edit.addPicture')}
        hint={t('learning.edit.addPictureHint')}
        type="file"
        accept=".svg,.png"
        onChange={(event) => {
          setChosen(event.target.files?.[0] ?? null);
          setRefused(null);
        }}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button onClick={() => void add()}>{t('learning.edit.addPictureNow')}</Button>
      </p>
    </div>
  );
}

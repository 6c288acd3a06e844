import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Notice } from '#platform/web/ui';
import { mediaTypeOf } from '#kernel/documents';
import { materialRoutes } from '../../contract/material-routes.ts';
import { isOfPack } from '../../model/open/workshop/material.ts';
import { handFile } from '../hand-file.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { AddMaterialForm } from './add-material-form.tsx';
import { ShowSet } from './show-set.tsx';
import { GiveField } from './give-field.tsx';
import type { ListedMaterial } from './material-calls.ts';
import { MaterialFacts } from './material-facts.tsx';
import { useMaterialTitle } from './use-material-title.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** One thing to give out: who reads it when, in which version, and what may be done with it. */
export function MaterialRow({
  session,
  material,
  plans,
  onChanged,
}: {
  readonly session: ListedSession;
  readonly material: ListedMaterial;
  readonly plans: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const titleOf = useMaterialTitle();
  const { refused, run } = useChange(onChanged);
  const [newest] = material.versions;
  if (newest === undefined) return null;
  const { id, given } = material;
  const shown = material.versions.find(({ version }) => version === given?.version) ?? newest;
  const title = titleOf({ ...shown, title: material.title });
  const params = { gathering: session.id, material: id };
  const give = (choice: string, version: number): Promise<void> => {
    const shownWhen: 'before' | 'after' | null = choice === 'before' || choice === 'after' ? choice : null;
    const input = { given: shownWhen === null ? null : { version, shown: shownWhen } };
    return run(() => work.api.call(materialRoutes.giveMaterial, { params, input }));
  };
  return (
    <li>
      <div className={styles['stack']}>
        <p>
          <strong>
            <bdi>{title}</bdi>
          </strong>
          <br />
          <MaterialFacts kind={shown.kind} name={shown.name} bytes={shown.bytes} />{' '}
          <span className={styles['small']}>{t('learning.materials.version', { version: shown.version })}</span>
        </p>
        {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        <GiveField title={title} kept={given?.shown ?? ''} onGive={(choice) => give(choice, shown.version)} />
        {given !== null && given.version < newest.version && (
          <p>
            {t('learning.materials.older', { version: given.version, newest: newest.version })}{' '}
            <Button kind="link" onClick={() => void give(given.shown, newest.version)}>
              {t('learning.materials.takeNewest')}
              <span className="visually-hidden">: {title}</span>
            </Button>
          </p>
        )}
        <MaterialActs {...{ session, material, newest: newest.version, plans }} shown={shown} onChanged={onChanged} />
      </div>
    </li>
  );
}

function MaterialActs({
  session,
  material,
  newest,
  shown,
  plans,
  onChanged,
}: {
  readonly session: ListedSession;
  readonly material: ListedMaterial;
  readonly newest: number;
  readonly shown: ListedMaterial['versions'][number];
  readonly plans: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { refused, setRefused, run } = useChange(onChanged);
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState(false);
  const { id } = material;
  const title = useMaterialTitle()({ ...shown, title: material.title });
  const params = { gathering: session.id, material: id };
  const named = <span className="visually-hidden">: {title}</span>;
  const open = async (): Promise<void> => {
    const request = { params: { ...params, version: String(shown.version) } };
    const answer = await work.api.call(materialRoutes.readMaterial, request);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok || isOfPack(shown.kind)) return;
    handFile(Uint8Array.from(answer.value), shown.name, mediaTypeOf(shown.kind));
  };
  return (
    <>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p className={styles['acts']}>
        {(shown.kind === 'slides' || shown.kind === 'cards') && (
          <ShowSet session={session} material={material} title={title} kind={shown.kind} />
        )}
        {!isOfPack(shown.kind) && (
          <Button kind="link" onClick={() => void open()}>
            {t('learning.materials.get')}
            {named}
          </Button>
        )}
        {!isOfPack(shown.kind) && (
          <Button kind="link" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('learning.materials.newVersion')}
            {named}
          </Button>
        )}
        {plans && !asked && (
          <Button kind="link" onClick={() => setAsked(true)}>
            {t('learning.materials.remove')}
            {named}
          </Button>
        )}
      </p>
      {asked && (
        <Notice tone="late">
          <p>{t('learning.materials.removeLead')}</p>
          <p className={styles['acts']}>
            <Button
              kind="danger"
              onClick={() => void run(() => work.api.call(materialRoutes.removeMaterial, { params }))}
            >
              {t('learning.edit.removeSure')}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('learning.edit.removeNot')}</Button>
          </p>
        </Notice>
      )}
      {adding && (
        <AddMaterialForm
          session={session}
          next={{ material: id, title, seen: newest }}
          onAdded={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

import { useState } from 'react';
import { createId } from '#platform/base';
import { acceptedEndings } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Disclosure, Field, Notice } from '#platform/web/ui';
import { materialRoutes } from '../../contract/material-routes.ts';
import { materialCaps, type MaterialId } from '../../model/open/workshop/material.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

interface NextVersion {
  readonly material: MaterialId;
  readonly title: string;
  readonly seen: number;
}

/** A file to give out: something new, or the next version of what is there. */
export function AddMaterialForm({
  session,
  next,
  onAdded,
}: {
  readonly session: ListedSession;
  readonly next?: NextVersion;
  readonly onAdded: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { randomBytes } = work.parts;
  // The same for every press until one is done: pressed twice, it is attached once.
  const [fresh, setFresh] = useState(() => createId<MaterialId>(randomBytes));
  const [title, setTitle] = useState(next?.title ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const send = async (): Promise<void> => {
    if (file === null) return setRefused('FileMissing');
    if (title.trim() === '') return setRefused('TitleMissing');
    if (file.size > materialCaps.bytes) return setRefused('MaterialTooLarge');
    setBusy(true);
    const material = next?.material ?? fresh;
    const answer = await work.api.call(materialRoutes.addMaterial, {
      params: { gathering: session.id, material },
      query: { title: title.trim(), name: file.name.slice(-200), seen: next?.seen ?? 0 },
      input: new Uint8Array(await file.arrayBuffer()),
    });
    setBusy(false);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (!answer.ok) return undefined;
    setFresh(createId<MaterialId>(randomBytes));
    setTitle('');
    setFile(null);
    setSent(sent + 1);
    return onAdded();
  };
  const form = (
    <form
      className={next === undefined ? `${styles['stack']} ${styles['inside']}` : styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t('learning.materials.name')}
        hint={t('learning.materials.nameHint')}
        value={title}
        maxLength={120}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Field
        key={sent}
        label={t('learning.materials.file')}
        hint={t('learning.materials.fileHint')}
        type="file"
        accept={acceptedEndings}
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p>
        <Button type="submit" busy={busy && t('learning.organise.saving')}>
          {t(next === undefined ? 'learning.materials.attach' : 'learning.materials.attachVersion')}
        </Button>
      </p>
    </form>
  );
  return next === undefined ? <Disclosure summary={t('learning.materials.add')}>{form}</Disclosure> : form;
}

import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Check, Checks, Choice, Disclosure, EmptyState, Field } from '#platform/web/ui';
import { blockTypes, freshBlock } from '../../model/open/edit/fresh-block.ts';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import { sceneMinutes } from '../../model/open/source/check-time.ts';
import type { SceneFile } from '../../model/open/source/course-source.ts';
import type { PartId } from '../../model/open/source/part-id.ts';
import { BlockCard } from './block-card.tsx';
import { FindingList } from './finding-list.tsx';
import { HeavyField } from './heavy-field.tsx';
import { placeOfFinding } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import { TextField } from './text-field.tsx';
import { TextHelp } from './text-help.tsx';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** One scene: what holds for all of it, and its blocks in their order. */
export function ScenePart({ name }: { readonly name: string }) {
  const { t } = useLanguage();
  const { id, draft, wanted, want } = useSitting();
  const [scene, found] = [...draft.source.scenes].find(([one]) => one === name) ?? [];
  useEffect(() => {
    if (wanted === null) return;
    const element = document.getElementById(wanted);
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
    want(null);
  }, [wanted, want]);
  return (
    <>
      <p>
        <Link to="/courses/$" params={{ _splat: `${id}/scenes` }}>
          {t('learning.edit.allScenes')}
        </Link>
      </p>
      {scene !== undefined && found !== undefined ? (
        <>
          <SceneForm scene={scene} found={found} />
          <Blocks scene={scene} found={found} />
        </>
      ) : (
        <EmptyState>{t('learning.edit.noScene')}</EmptyState>
      )}
    </>
  );
}

type FoundScene = SceneFile & { readonly file: string };

function SceneForm({ scene, found }: { readonly scene: PartId; readonly found: FoundScene }) {
  const { t, formatNumber } = useLanguage();
  const { draft, findings } = useSitting();
  const edit = useEdit();
  const { source } = draft;
  const { file, minutes, objectives, required } = found;
  const here = findings.filter((finding) => {
    const place = placeOfFinding(source, finding);
    return place.scene === scene && place.block === null && place.text === null;
  });
  const about = sceneMinutes(source, scene, source.course.languages.source);
  const title = source.texts.get(source.course.languages.source)?.[`${scene}.title`];
  return (
    <Card title={title ?? t('learning.edit.untitled')}>
      <div className={styles['form']}>
        <FindingList findings={here} />
        <TextField asked={{ key: `${scene}.title`, plain: true }} label={t('learning.edit.field.sceneTitle')} />
        <Field
          key={minutes}
          label={t('learning.edit.field.minutes')}
          hint={t('learning.edit.aboutMinutes', { about: formatNumber(Math.round(about * 10) / 10) })}
          type="number"
          step="0.5"
          min="0.5"
          max="15"
          defaultValue={minutes}
          onBlur={({ target: { valueAsNumber: value } }) => {
            if (Number.isFinite(value) && value !== minutes) edit({ type: 'put', file, path: ['minutes'], value });
          }}
        />
        {source.course.objectives.length > 0 && (
          <Checks
            legend={t('learning.edit.field.objectives')}
            inline
            options={source.course.objectives.map((one) => ({ value: one, label: one }))}
            values={objectives}
            onChange={(chosen) => edit({ type: 'put', file, path: ['objectives'], value: chosen.toSorted() })}
          />
        )}
        <Check
          label={t('learning.edit.field.required')}
          checked={required}
          onChange={(value) => void edit({ type: 'put', file, path: ['required'], value })}
        />
        <HeavyField file={file} heavy={found.heavy} />
        <TextHelp />
      </div>
    </Card>
  );
}

function Blocks({ scene, found: { file, blocks } }: { readonly scene: PartId; readonly found: FoundScene }) {
  const { t } = useLanguage();
  return (
    <Card title={t('learning.edit.blocks')} beside={blocks.length}>
      <ol className={styles['blocks']}>
        {blocks.map((block, index) => (
          <BlockCard key={block.id} {...{ scene, file, block, index }} of={blocks.length} />
        ))}
      </ol>
      <AddBlock scene={scene} file={file} behind={blocks.at(-1)?.id ?? null} />
    </Card>
  );
}

function AddBlock({
  scene,
  file,
  behind,
}: {
  readonly scene: PartId;
  readonly file: string;
  readonly behind: string | null;
}) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const [type, setType] = useState<string>('text');
  const [lacks, setLacks] = useState<string | null>(null);
  const add = (): void => {
    const wanted = blockTypes.find((one) => one === type) ?? 'text';
    const value = freshBlock(draft.source, wanted, freshId(draft.source, `${scene}.`, wanted));
    setLacks(value === null ? wanted : null);
    if (value !== null) edit({ type: 'add', file, path: ['blocks'], value, behind });
  };
  return (
    <Disclosure summary={t('learning.edit.addBlock')}>
      <div className={styles['form']}>
        <Choice
          legend={t('learning.edit.whichBlock')}
          name="block-type"
          options={blockTypes.map((value) => ({
            value,
            label: t(`learning.edit.block.${value}`),
            hint: t(`learning.edit.blockHint.${value}`),
          }))}
          value={type}
          onChange={setType}
          error={lacks !== null && t('learning.edit.lacks')}
        />
        <p>
          <Button onClick={add}>{t('learning.edit.addBlockNow')}</Button>
        </p>
      </div>
    </Disclosure>
  );
}

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Rows, Stack } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import { freshBlock } from '../../model/open/edit/fresh-block.ts';
import { sceneMinutes } from '../../model/open/source/check-time.ts';
import type { PartId } from '../../model/open/source/part-id.ts';
import { MoveButtons } from './move-buttons.tsx';
import { placeOfFinding } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** The scenes in their order: what each takes, and what is wrong in it. */
export function ScenesPart() {
  const { t, formatNumber } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { source } = draft;
  const { outline, languages, budget } = source.course;
  const whole = outline.reduce((sum, id) => sum + sceneMinutes(source, id, languages.source), 0);
  const add = (): void => {
    const id = freshId(source, '', 'scene');
    const block = freshBlock(source, 'text', freshId(source, `${id}.`, 'text'));
    if (block !== null) edit({ type: 'add-scene', id, behind: outline.at(-1) ?? null, block });
  };
  return (
    <Card title={t('learning.edit.scenes')} beside={outline.length}>
      <Stack>
        <p>
          {t('learning.edit.wholeTime', {
            about: formatNumber(Math.round(whole * 10) / 10),
            stated: formatNumber(budget),
          })}
        </p>
        <Rows>
          {outline.map((id, index) => (
            <SceneRow key={id} id={id} index={index} of={outline.length} />
          ))}
        </Rows>
        <p>
          <Button onClick={add}>{t('learning.edit.addScene')}</Button>
        </p>
      </Stack>
    </Card>
  );
}

function SceneRow({ id, index, of }: { readonly id: PartId; readonly index: number; readonly of: number }) {
  const { t, formatNumber } = useLanguage();
  const { id: draftId, draft, findings } = useSitting();
  const edit = useEdit();
  const [asked, setAsked] = useState(false);
  const { source } = draft;
  const language = source.course.languages.source;
  const title = source.texts.get(language)?.[`${id}.title`] ?? t('learning.edit.untitled');
  const found = findings.filter((finding) => placeOfFinding(source, finding).scene === id).length;
  return (
    <li className={styles['block']}>
      <p>
        <Link to="/courses/$" params={{ _splat: `${draftId}/scenes/${id}` }}>
          {index + 1}. <bdi>{title}</bdi>
        </Link>
      </p>
      <p className={styles['small']}>
        {t('learning.edit.sceneTime', {
          about: formatNumber(Math.round(sceneMinutes(source, id, language) * 10) / 10),
          stated: formatNumber(source.scenes.get(id)?.minutes ?? 0),
        })}
        {found > 0 && <span className={styles['count']}> {t('learning.edit.findings', { count: found })}</span>}
      </p>
      <MoveButtons
        name={title}
        first={index === 0}
        last={index === of - 1}
        removable={of > 1 && !asked}
        onMove={(by) => edit({ type: 'move', file: 'course.yaml', path: ['outline', id], by })}
        onRemove={() => setAsked(true)}
      />
      {asked && (
        <p className={styles['moves']} role="group" aria-label={t('learning.edit.removeSceneLead')}>
          <span>{t('learning.edit.removeSceneLead')}</span>
          <Button kind="danger" onClick={() => edit({ type: 'drop-scene', scene: id })}>
            {t('learning.edit.removeSure')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('learning.edit.removeNot')}</Button>
        </p>
      )}
    </li>
  );
}

import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import type { BlockSource } from '../../model/open/source/block-source.ts';
import type { PartId } from '../../model/open/source/part-id.ts';
import { blockKeys } from '../../model/open/source/text-keys.ts';
import { blockFields, commonFields } from './block-fields.ts';
import { FieldsForm } from './fields-form.tsx';
import type { FormPlace } from './form-place.ts';
import { FindingList } from './finding-list.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { placeOfFinding } from './place-of-finding.ts';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import { WhenField } from './when-field.tsx';
import styles from './edit.module.css';

/** A block of a scene: what it is in a line, and its form when it is opened. */
export function BlockCard({
  scene,
  file,
  block,
  index,
  of,
}: {
  readonly scene: PartId;
  readonly file: string;
  readonly block: BlockSource;
  readonly index: number;
  readonly of: number;
}) {
  const { t } = useLanguage();
  const { draft, findings, wanted } = useSitting();
  const edit = useEdit();
  const here = findings.filter((finding) => {
    const place = placeOfFinding(draft.source, finding);
    return place.scene === scene && place.block === block.id;
  });
  const [open, setOpen] = useState(() => isWanted(wanted, scene, block.id));
  const type = t(`learning.edit.block.${block.type}`);
  const words = draft.source.texts.get(draft.source.course.languages.source) ?? {};
  const keys = blockKeys(draft.source, scene, block);
  const first = keys.map(({ key }) => words[key]).find((text) => text !== undefined) ?? '';
  const said = plainStart(first);
  const place: FormPlace = {
    ...{ scene, file, block, keys, path: ['blocks', block.id], value: block },
    key: `${scene}.${block.id}`,
  };
  return (
    <li className={styles['block']}>
      <h3 className={styles['blockTitle']}>
        <Button kind="quiet" id={`block-${block.id}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          {index + 1}. {type}
          <bdi className={styles['said']}> {said}</bdi>
          {here.length > 0 && (
            <span className={styles['count']}> {t('learning.edit.findings', { count: here.length })}</span>
          )}
        </Button>
      </h3>
      {open && (
        <div className={styles['inside']}>
          <FindingList findings={here.filter(({ file: where }) => !where.startsWith('text/'))} />
          <FieldsForm fields={blockFields[block.type]} place={place} />
          <FieldsForm fields={commonFields} place={place} />
          <WhenField place={place} before={index} />
        </div>
      )}
      <MoveButtons
        name={`${type} ${said}`}
        first={index === 0}
        last={index === of - 1}
        removable={of > 1}
        onMove={(by) => edit({ type: 'move', file, path: ['blocks', block.id], by })}
        onRemove={() => edit({ type: 'drop', file, path: ['blocks', block.id] })}
        onCopy={() =>
          edit({ type: 'copy-block', scene, block: block.id, id: freshId(draft.source, `${scene}.`, block.id) })
        }
      />
    </li>
  );
}

function isWanted(wanted: string | null, scene: string, block: string): boolean {
  return wanted === `block-${block}` || wanted?.includes(`-${scene}.${block}.`) === true;
}

function plainStart(text: string): string {
  const plain = text.replaceAll(/[*_[\]]/g, '').replaceAll(/\s+/g, ' ');
  return plain.length > 50 ? `${plain.slice(0, 49)}…` : plain;
}

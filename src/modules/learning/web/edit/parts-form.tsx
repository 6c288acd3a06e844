import type { ComponentType } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button } from '#platform/web/ui';
import { freshId, freshLetter, freshNumber } from '../../model/open/edit/fresh-id.ts';
import type { PartsSpec } from './block-fields.ts';
import type { FormPlace } from './form-place.ts';
import { MoveButtons } from './move-buttons.tsx';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** A list of parts of a block, each with a form of its own. */
export function PartsForm({
  spec,
  place,
  Form,
}: {
  readonly spec: PartsSpec;
  readonly place: FormPlace;
  /** Draws the form of one of them, which may hold parts again. */
  readonly Form: ComponentType<{ readonly fields: PartsSpec['fields']; readonly place: FormPlace }>;
}) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { at, least, most, fields, keyOf, fresh } = spec;
  const found: unknown = place.value[at];
  // Stories that are told elsewhere are changed there.
  const isElsewhere = place.block.type === 'vignette' && place.block.phase === 'after';
  const parts: readonly unknown[] = Array.isArray(found) ? found : [];
  const path = [...place.path, at];
  const within = `${place.scene}.${place.block.id}`;
  const outer = nameOf(place.value);
  const add = (): void => {
    const base = `${within}.${keyOf('', outer)}`;
    const used = draft.source;
    const id = freshPart(used, base, at);
    const last = parts.at(-1);
    edit({
      type: 'add',
      file: place.file,
      path,
      value: fresh(id, place.block),
      behind: last === undefined ? null : nameOf(last),
    });
  };
  if (isElsewhere) return null;
  return (
    <fieldset className={styles['parts']}>
      <legend>{t(`learning.edit.parts.${at}`)}</legend>
      {parts.map((part, index) => {
        const name = nameOf(part);
        return (
          <fieldset key={name} className={styles['part']}>
            <legend>
              {t(`learning.edit.part-of.${at}`, { number: index + 1 })} <bdi className={styles['id']}>{name}</bdi>
            </legend>
            <Form
              fields={fields}
              place={{
                ...place,
                path: [...path, name],
                value: typeof part === 'object' && part !== null ? { ...part } : {},
                key: `${within}.${keyOf(name, outer)}`,
              }}
            />
            <MoveButtons
              name={`${t(`learning.edit.part-of.${at}`, { number: index + 1 })} ${name}`}
              first={index === 0}
              last={index === parts.length - 1}
              removable={parts.length > least}
              onMove={(by) => edit({ type: 'move', file: place.file, path: [...path, name], by })}
              onRemove={() => edit({ type: 'drop', file: place.file, path: [...path, name] })}
            />
          </fieldset>
        );
      })}
      {parts.length < most && (
        <p>
          <Button onClick={add}>{t(`learning.edit.add.${at}`)}</Button>
        </p>
      )}
    </fieldset>
  );
}

/** Situations and turns are numbered, endings named as they are; all others are letters. */
function freshPart(source: Parameters<typeof freshId>[0], base: string, at: string): string {
  if (at === 'nodes') return freshNumber(source, base, 'n');
  if (at === 'turns') return freshNumber(source, base, 't');
  return at === 'endings' || at === 'groups' ? freshId(source, base, at.slice(0, -1)) : freshLetter(source, base);
}

function nameOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return '';
  const name: unknown = Reflect.get(part, 'id') ?? Reflect.get(part, 'say');
  return typeof name === 'string' ? name : '';
}

import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Check, Checks, Field, Select } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import type { BlockSource } from '../../model/open/source/block-source.ts';
import type { FieldSpec } from './block-fields.ts';
import type { FormPlace } from './form-place.ts';
import { PartsForm } from './parts-form.tsx';
import { pickOptions } from './pick-options.ts';
import { StoriesField } from './stories-field.tsx';
import { TextField } from './text-field.tsx';
import { useEdit } from './use-edit.ts';
import { useSitting } from './sitting.ts';
import styles from './edit.module.css';

/** A form for some fields of something. */
export function FieldsForm({ fields, place }: { readonly fields: readonly FieldSpec[]; readonly place: FormPlace }) {
  return (
    <div className={styles['form']}>
      {fields.map((spec, at) => (
        <OneField key={at} spec={spec} place={place} />
      ))}
    </div>
  );
}

function OneField({ spec, place }: { readonly spec: FieldSpec; readonly place: FormPlace }) {
  const { t } = useLanguage();
  switch (spec.kind) {
    case 'text': {
      const key = spec.name === '' ? place.key : `${place.key}.${spec.name}`;
      const asked = place.keys.find((one) => one.key === key);
      return asked && <TextField asked={asked} label={t(`learning.edit.field.${spec.label}`)} />;
    }
    case 'parts':
      return <PartsForm spec={spec} place={place} Form={FieldsForm} />;
    case 'pick':
      return spec.many ? <PickMany spec={spec} place={place} /> : <PickOne spec={spec} place={place} />;
    case 'word':
      return <WordField spec={spec} place={place} />;
    case 'flag':
      return <FlagField at={spec.at} place={place} />;
    case 'stories':
      return <StoriesField place={place} />;
    case 'number':
      return <NumberField spec={spec} place={place} />;
  }
}

type SpecOf<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { readonly kind: Kind }>;

function PickOne({
  spec: { at, from, optional },
  place,
}: {
  readonly spec: SpecOf<'pick'>;
  readonly place: FormPlace;
}) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const value = textIn(place.value[at]);
  const known = pickOptions(draft.source, place.scene, place.block, from);
  const none = optional === true || value === '' ? [{ value: '', label: t('learning.edit.none') }] : [];
  const gone = value !== '' && known.every((one) => one.value !== value) ? [{ value, label: value }] : [];
  const isBank = from === 'banks';
  if (optional === true && known.length === 0 && !isBank) return null;
  const path = [...place.path, at];
  return (
    <>
      <Select
        label={t(`learning.edit.field.${at}`)}
        options={[...none, ...gone, ...known]}
        value={value}
        onChange={({ target }) => edit({ type: 'put', file: place.file, path, value: target.value || undefined })}
      />
      {isBank && value === '' && (
        <NewBank known={known} onAdd={(bank) => edit({ type: 'put', file: place.file, path, value: bank })} />
      )}
    </>
  );
}

/** A bank that nothing lies in yet: the first question makes it. */
function NewBank({
  known,
  onAdd,
}: {
  readonly known: readonly { readonly value: string }[];
  readonly onAdd: (bank: string) => void;
}) {
  const { t } = useLanguage();
  const names = ['final', ...known.map((_one, at) => `final-${String(at + 2)}`)];
  const free = names.find((name) => known.every(({ value }) => value !== name)) ?? 'final';
  return (
    <p>
      <Button kind="link" onClick={() => onAdd(free)}>
        {t('learning.edit.newBank')}
      </Button>
    </p>
  );
}

function PickMany({
  spec: { at, from, optional },
  place,
}: {
  readonly spec: SpecOf<'pick'>;
  readonly place: FormPlace;
}) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const found: unknown = place.value[at];
  const values = Array.isArray(found) ? found.map(String) : [];
  const options = pickOptions(draft.source, place.scene, place.block, from);
  if (options.length === 0) return null;
  const put = (value: readonly string[] | undefined): boolean =>
    edit({ type: 'put', file: place.file, path: [...place.path, at], value });
  return (
    <>
      <Checks
        legend={t(`learning.edit.field.${at}`)}
        inline
        options={options}
        values={values}
        onChange={(chosen) => {
          // In the order in which the course names them, as they are listed.
          const order = options.map(({ value }) => value).filter((value) => chosen.includes(value));
          put(optional === true && order.length === 0 ? undefined : order);
        }}
      />
      {from === 'people' && (
        <NewPerson values={values} onAdd={() => put([...values, freshId(draft.source, 'people.', 'person')])} />
      )}
    </>
  );
}

/** Somebody new who talks; whoever has no name yet is named here, and may be named otherwise under the whole course. */
function NewPerson({ values, onAdd }: { readonly values: readonly string[]; readonly onAdd: () => void }) {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const words = draft.source.texts.get(draft.source.course.languages.source) ?? {};
  // Whoever had a name when the form was opened; others keep their field here while it is open.
  const [known] = useState(() => values.filter((one) => words[`people.${one}`] !== undefined));
  const nameless = values.filter((one) => !known.includes(one));
  return (
    <>
      {nameless.map((one) => (
        <TextField key={one} asked={{ key: `people.${one}`, plain: true }} label={t('learning.edit.field.name')} />
      ))}
      <p>
        <Button onClick={onAdd}>{t('learning.edit.newPerson')}</Button>
      </p>
    </>
  );
}

function WordField({
  spec: { at, words, optional },
  place,
}: {
  readonly spec: SpecOf<'word'>;
  readonly place: FormPlace;
}) {
  const { t } = useLanguage();
  const edit = useEdit();
  if (place.value[at] === undefined && optional !== true) return null;
  const { block } = place;
  return (
    <Select
      label={t(`learning.edit.field.${at}`)}
      options={words.map((word) => ({ value: word, label: t(`learning.edit.word.${word}`) }))}
      value={textIn(place.value[at]) || (words[0] ?? '')}
      onChange={({ target: { value } }) => {
        if (block.type === 'check' && at === 'kind')
          return edit({ type: 'put', file: place.file, path: place.path, value: asKind(block, value) });
        const plain = optional === true && value === words[0];
        return edit({ type: 'put', file: place.file, path: [...place.path, at], value: plain ? undefined : value });
      }}
    />
  );
}

/** A question of another kind: in an order every option has a place, elsewhere none has one. */
function asKind(block: Extract<BlockSource, { readonly type: 'check' }>, kind: string): unknown {
  const marks = (at: number): Readonly<Record<string, unknown>> => {
    if (kind === 'order') return { place: at + 1 };
    return at === 0 && kind !== 'match' ? { right: true } : {};
  };
  return { ...block, kind, options: block.options.map(({ id }, at) => ({ id, ...marks(at) })) };
}

function FlagField({ at, place }: { readonly at: string; readonly place: FormPlace }) {
  const { t } = useLanguage();
  const edit = useEdit();
  const { block, file, path } = place;
  const isAnswer = block.type === 'check' && at === 'right';
  if (isAnswer && block.kind !== 'single' && block.kind !== 'multiple') return null;
  const checked = place.value[at] === true;
  // What a part has to say in its file either way.
  const always = typeof place.value[at] === 'boolean' && (at === 'relevant' || at === 'signal');
  return (
    <Check
      label={t(`learning.edit.field.${at}`)}
      checked={checked}
      onChange={(on) => {
        if (isAnswer && block.kind === 'single' && on) {
          const options = block.options.map(({ id }) => (id === place.value['id'] ? { id, right: true } : { id }));
          return void edit({ type: 'put', file, path: path.slice(0, -1), value: options });
        }
        return void edit({ type: 'put', file, path: [...path, at], value: on || (always ? false : undefined) });
      }}
    />
  );
}

function NumberField({
  spec: { at, least, most },
  place,
}: {
  readonly spec: SpecOf<'number'>;
  readonly place: FormPlace;
}) {
  const { t } = useLanguage();
  const edit = useEdit();
  if (at[0] === 'place' && !(place.block.type === 'check' && place.block.kind === 'order')) return null;
  const value = at.reduce<unknown>((found, name) => memberOf(found, name), place.value);
  return (
    <Field
      label={t(`learning.edit.field.${at.join('-')}`)}
      type="number"
      min={least}
      max={most}
      defaultValue={typeof value === 'number' ? value : ''}
      key={String(value)}
      onBlur={({ target }) => {
        const number = target.valueAsNumber;
        if (Number.isFinite(number) && number !== value)
          edit({ type: 'put', file: place.file, path: [...place.path, ...at], value: number });
      }}
    />
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

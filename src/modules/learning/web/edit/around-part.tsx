import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Check, Field, Select } from '#platform/web/ui';
import { freshId } from '../../model/open/edit/fresh-id.ts';
import { FindingList } from './finding-list.tsx';
import { useSitting } from './sitting.ts';
import { TextField } from './text-field.tsx';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

const slotKinds = ['emergency', 'person', 'advice', 'children', 'support', 'law'] as const;

/** What texts lean on: sources, words that are explained, and places that each organisation fills. */
export function AroundPart() {
  return (
    <>
      <Sources />
      <Terms />
      <Slots />
    </>
  );
}

function Sources() {
  const { t } = useLanguage();
  const { draft, findings, today } = useSitting();
  const edit = useEdit();
  const { sources } = draft.source;
  const file = 'sources.yaml';
  const add = (): void => {
    const used = new Set(Object.keys(sources));
    let number = 1;
    while (used.has(`source-${String(number)}`)) number += 1;
    const value = {
      title: t('learning.edit.newSource'),
      publisher: '-',
      address: 'https://example.org/',
      accessed: today,
      supports: '-',
    };
    edit({ type: 'put', file, path: [`source-${String(number)}`], value });
  };
  return (
    <Card title={t('learning.edit.sources')} beside={Object.keys(sources).length}>
      <div className={styles['form']}>
        <p>{t('learning.edit.sourcesLead')}</p>
        {Object.entries(sources).map(([id, source]) => (
          <fieldset key={id} className={styles['part']}>
            <legend>
              <bdi>{`[^${id}]`}</bdi>
            </legend>
            <FindingList findings={findings.filter((one) => one.file === file && one.path[0] === id)} />
            {(['title', 'publisher', 'address', 'accessed', 'supports'] as const).map((name) => (
              <Field
                key={`${name}-${source[name]}`}
                label={t(`learning.edit.source.${name}`)}
                type={name === 'accessed' ? 'date' : 'text'}
                defaultValue={source[name]}
                onBlur={({ target: { value } }) => {
                  if (value.trim() !== source[name]) edit({ type: 'put', file, path: [id, name], value: value.trim() });
                }}
              />
            ))}
            <RemoveEntry file={file} id={id} />
          </fieldset>
        ))}
        <p>
          <Button onClick={add}>{t('learning.edit.addSource')}</Button>
        </p>
      </div>
    </Card>
  );
}

function Terms() {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const edit = useEdit();
  const { glossary } = draft.source;
  const file = 'glossary.yaml';
  return (
    <Card title={t('learning.edit.terms')} beside={Object.keys(glossary).length}>
      <div className={styles['form']}>
        <p>{t('learning.edit.termsLead')}</p>
        {Object.entries(glossary).map(([id, { locked }]) => (
          <fieldset key={id} className={styles['part']}>
            <legend>
              <bdi>{`[…](term:${id})`}</bdi>
            </legend>
            <FindingList findings={findings.filter((one) => one.file === file && one.path[0] === id)} />
            <TextField asked={{ key: `terms.${id}.word`, plain: true }} label={t('learning.edit.field.word')} />
            <TextField asked={{ key: `terms.${id}.meaning`, plain: false }} label={t('learning.edit.field.meaning')} />
            <Check
              label={t('learning.edit.locked')}
              checked={locked}
              onChange={(value) => void edit({ type: 'put', file, path: [id, 'locked'], value })}
            />
            <RemoveEntry file={file} id={id} />
          </fieldset>
        ))}
        <p>
          <Button
            onClick={() =>
              edit({ type: 'put', file, path: [freshId(draft.source, 'terms.', 'term')], value: { locked: false } })
            }
          >
            {t('learning.edit.addTerm')}
          </Button>
        </p>
      </div>
    </Card>
  );
}

function Slots() {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const edit = useEdit();
  const { slots } = draft.source;
  const file = 'slots.yaml';
  const add = (): void => {
    const id = freshId(draft.source, 'slots.', 'place');
    edit({ type: 'put', file, path: [id], value: { kind: 'person', review: 12 } });
  };
  return (
    <Card title={t('learning.edit.slots')} beside={Object.keys(slots).length}>
      <div className={styles['form']}>
        <p>{t('learning.edit.slotsLead')}</p>
        {Object.entries(slots).map(([id, { kind, review }]) => (
          <fieldset key={id} className={styles['part']}>
            <legend>
              <bdi>{`{slot:${id}}`}</bdi>
            </legend>
            <FindingList findings={findings.filter((one) => one.file === file && one.path[0] === id)} />
            <TextField asked={{ key: `slots.${id}`, plain: true }} label={t('learning.edit.field.slotName')} />
            <Select
              label={t('learning.edit.field.slotKind')}
              options={slotKinds.map((value) => ({ value, label: t(`learning.edit.slotKind.${value}`) }))}
              value={kind}
              onChange={({ target: { value } }) => edit({ type: 'put', file, path: [id, 'kind'], value })}
            />
            <Field
              key={review}
              label={t('learning.edit.field.review')}
              type="number"
              min="1"
              max="24"
              defaultValue={review}
              onBlur={({ target: { valueAsNumber: value } }) => {
                if (Number.isFinite(value) && value !== review)
                  edit({ type: 'put', file, path: [id, 'review'], value });
              }}
            />
            <RemoveEntry file={file} id={id} />
          </fieldset>
        ))}
        <p>
          <Button onClick={add}>{t('learning.edit.addSlot')}</Button>
        </p>
      </div>
    </Card>
  );
}

function RemoveEntry({ file, id }: { readonly file: string; readonly id: string }) {
  const { t } = useLanguage();
  const edit = useEdit();
  return (
    <p>
      <Button kind="link" onClick={() => edit({ type: 'put', file, path: [id], value: undefined })}>
        {t('learning.edit.remove')}
        <span className="visually-hidden"> {id}</span>
      </Button>
    </p>
  );
}

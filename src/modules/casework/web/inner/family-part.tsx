import { useState, type FormEvent } from 'react';
import { formatPartDate } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { draftOf, notTold, recordOf, saveRecord, type OpenedCase, type Told } from '#modules/casework/client';
import { Button, Field, Notice, RowList, Rows, Select } from '#platform/web/ui';
import { FormNotices } from '../shared/form-notices.tsx';
import { SaveButtons } from '../shared/save-buttons.tsx';
import { rowsOfText, textOfRows, withRow } from '../shared/typed-rows.ts';
import { useCaseForm } from '../shared/use-case-form.ts';
import { blankRelative, familyOfText, isFamilyRight, textOfFamily } from './family-values.ts';
import styles from '../shared/form.module.css';

/** Who belongs to the person, where they are, whether they know and whether they are safe. */
export function FamilyPart({ opened }: { readonly opened: OpenedCase }) {
  const { t, language } = useLanguage();
  const { session } = useOpenWork();
  const [editing, setEditing] = useState(() => draftOf(opened, session, 'family') !== null);
  const people = recordOf(opened, 'family')?.content.people ?? [];
  const say = (answer: Told<boolean>): string =>
    'told' in answer ? t(answer.told ? 'casework.yes' : 'casework.no') : t(`casework.notTold.${answer.notTold}`);
  if (editing) return <FamilyForm opened={opened} onDone={() => setEditing(false)} />;
  return (
    <>
      {people.length === 0 && <p>{t('casework.inner.none')}</p>}
      <Rows>
        {people.map((relative, at) => (
          <li key={at}>
            <strong>
              <bdi>{relative.name}</bdi>
            </strong>
            ,{' '}
            <bdi>
              {[relative.tie, relative.birth && formatPartDate(relative.birth, language), relative.where]
                .filter(Boolean)
                .join(', ')}
            </bdi>
            <p className={styles['muted']}>
              {t('casework.family.knows')}: {say(relative.knows)}. {t('casework.family.safe')}: {say(relative.safe)}.
            </p>
          </li>
        ))}
      </Rows>
      <div className={styles['actions']}>
        <Button onClick={() => setEditing(true)}>{t('casework.family.write')}</Button>
      </div>
    </>
  );
}

function FamilyForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const form = useCaseForm({
    opened,
    form: 'family',
    of: (current) => recordOf(current, 'family'),
    read: (current) => ({ people: textOfFamily(recordOf(current, 'family')?.content ?? null) }),
  });
  const [wrong, setWrong] = useState(false);
  const rows = rowsOfText(form.values.people, blankRelative);
  const set = (people: typeof rows): void => form.set({ people: textOfRows(people) });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isRight = isFamilyRight(form.values.people);
    setWrong(!isRight);
    if (!isRight) return;
    const saved = await form.submit((session, current, { people }, id) => {
      const before = recordOf(current, 'family');
      const content = familyOfText(people, before?.content ?? null, today);
      return saveRecord(session, current, { kind: 'family', content, id: before?.id ?? id });
    });
    if (saved) onDone();
  };
  const answers = [
    { value: 'yes', label: t('casework.yes') },
    { value: 'no', label: t('casework.no') },
    ...notTold.map((value) => ({ value, label: t(`casework.notTold.${value}`) })),
  ];
  const names = (_: string, value: string | boolean): string =>
    rowsOfText(String(value), blankRelative)
      .map(({ name, tie }) => `${name}, ${tie}`)
      .join('. ');
  return (
    <form {...form.props} className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FormNotices form={form} labels={{ people: t('casework.inner.family.title') }} show={names} />
      {wrong && <Notice tone="late">{t('casework.family.wrong')}</Notice>}
      <RowList
        legend={t('casework.family.people')}
        rows={rows}
        nameOf={(count) => t('casework.family.count', { count })}
        addLabel={t('casework.family.add')}
        removeLabel={t('casework.takeOut')}
        onAdd={() => set([...rows, blankRelative])}
        onRemove={(at) => set(rows.toSpliced(at, 1))}
      >
        {(row, at) => (
          <>
            {(['name', 'tie', 'where', 'birth'] as const).map((part) => (
              <Field
                key={part}
                label={t(`casework.family.${part}`)}
                dir="auto"
                inputMode={part === 'birth' ? 'numeric' : 'text'}
                name={`people.${at}.${part}`}
                maxLength={part === 'tie' ? 80 : part === 'birth' ? 10 : 200}
                value={row[part]}
                onChange={(event) => set(withRow(rows, at, { [part]: event.target.value }))}
              />
            ))}
            {(['knows', 'safe'] as const).map((part) => (
              <Select
                key={part}
                label={t(`casework.family.${part}`)}
                value={row[part]}
                onChange={(event) => set(withRow(rows, at, { [part]: event.target.value }))}
                options={answers}
              />
            ))}
          </>
        )}
      </RowList>
      <SaveButtons form={form} onDone={onDone} />
    </form>
  );
}

import { useLanguage } from '#kernel/languages/web';
import { Choice, Field, RowList } from '#platform/web/ui';
import type { NoteField, TypedNote, TypedNumber } from '../../model/open/ledger/read-note.ts';

const blank: TypedNumber = { groups: '', number: '' };

/** The numbers of one note: each with the people it counts; and how they were meant. */
export function NoteNumbers({
  typed: { numbers, meant },
  idOf,
  errorOf,
  onType,
}: {
  readonly typed: Pick<TypedNote, 'numbers' | 'meant'>;
  readonly idOf: (field: NoteField, at?: number) => string;
  readonly errorOf: (field: NoteField, at?: number) => string | undefined;
  readonly onType: (part: Partial<TypedNote>) => void;
}) {
  const { t } = useLanguage();
  const type = (at: number, part: Partial<TypedNumber>): void =>
    onType({ numbers: numbers.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <RowList
        legend={t('diplomacy.note.numbers')}
        rows={numbers}
        least={1}
        numbered
        nameOf={(count) => t('diplomacy.note.numberCount', { count })}
        addLabel={t('diplomacy.note.addNumber')}
        removeLabel={t('diplomacy.note.removeNumber')}
        onAdd={() => onType({ numbers: [...numbers, blank] })}
        onRemove={(at) => onType({ numbers: numbers.toSpliced(at, 1) })}
      >
        {({ groups, number }, at) => (
          <>
            <Field
              id={idOf('groups', at)}
              label={t('diplomacy.note.groups')}
              hint={at === 0 ? t('diplomacy.note.groupsHint') : undefined}
              error={errorOf('groups', at)}
              dir="auto"
              value={groups}
              onChange={(event) => type(at, { groups: event.target.value })}
            />
            <Field
              id={idOf('number', at)}
              label={t('diplomacy.note.number')}
              hint={at === 0 ? t('diplomacy.note.numberHint') : undefined}
              error={errorOf('number', at)}
              dir="ltr"
              value={number}
              onChange={(event) => type(at, { number: event.target.value })}
            />
          </>
        )}
      </RowList>
      <Choice
        id={idOf('meant')}
        legend={t('diplomacy.note.meant')}
        name={`${idOf('meant')}-way`}
        error={errorOf('meant')}
        options={(['exact', 'rounded'] as const).map((way) => ({ value: way, label: t(`diplomacy.note.${way}`) }))}
        value={meant}
        onChange={(way) => onType({ meant: way === 'rounded' ? 'rounded' : 'exact' })}
      />
    </>
  );
}

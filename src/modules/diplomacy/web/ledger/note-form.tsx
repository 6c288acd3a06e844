import { useId, useState, type SyntheticEvent } from 'react';
import { createId, type AnyRefusal } from '#platform/base';
import type { KnownEntry, LedgerEntryId, NewWord } from '#kernel/disclosure';
import { noteInLedger } from '#kernel/disclosure/client';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  Button,
  Card,
  Choice,
  DateField,
  ErrorSummary,
  Field,
  fromTypedDate,
  Notice,
  Stack,
  toTypedDate,
} from '#platform/web/ui';
import { noteFields, readNote, type NoteField, type TypedNote } from '../../model/open/ledger/read-note.ts';
import { NewWords } from '../release/new-words.tsx';
import { ledgerRefusalMessage } from './ledger-refusal.ts';
import styles from './ledger.module.css';
import { PopulationField } from './population-field.tsx';

const empty = { kind: 'said', number: '', meant: null, population: '', groups: '', where: '' } as const;

/** A number that was said aloud or that others published: written down by one person, since it is known already. */
export function NoteForm({ known, onKept }: { readonly known: readonly KnownEntry[]; readonly onKept: () => void }) {
  const { t } = useLanguage();
  const { session, today } = useOpenWork();
  const form = useId();
  const [typed, setTyped] = useState<Omit<TypedNote, 'on'>>(empty);
  const [on, setOn] = useState(() => toTypedDate(today));
  const [wrong, setWrong] = useState<readonly NoteField[]>([]);
  const [words, setWords] = useState<{ readonly asked: readonly NewWord[]; readonly confirmed: readonly string[] }>();
  const [refused, setRefused] = useState<AnyRefusal | null>(null);
  const [state, setState] = useState<'none' | 'busy' | 'kept'>('none');
  const change = (part: Partial<TypedNote>): void => {
    setTyped({ ...typed, ...part });
    setState('none');
    setRefused(null);
    setWords(undefined);
  };
  const idOf = (field: NoteField) => `${form}-${field}`;
  const errorOf = (field: NoteField) => (wrong.includes(field) ? t(`diplomacy.note.wrong.${field}`) : undefined);
  const keep = async (): Promise<void> => {
    const read = readNote({ ...typed, on: fromTypedDate(on) }, today);
    setWrong('wrong' in read ? read.wrong : []);
    if ('wrong' in read) return;
    setState('busy');
    const id = createId<LedgerEntryId>(session.randomBytes);
    const done = await noteInLedger(session, { ...read.note, id }, words?.confirmed);
    setState(done.ok ? 'kept' : 'none');
    setRefused(done.ok ? null : done.refusal);
    setWords(undefined);
    if (!done.ok && 'words' in done.refusal) setWords({ asked: done.refusal.words, confirmed: words?.confirmed ?? [] });
    if (!done.ok) return;
    setTyped(empty);
    onKept();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void keep();
  };
  return (
    <Card title={t('diplomacy.note.title')}>
      <form onSubmit={submit} className={styles['form']}>
        <Stack>
          <p>{t('diplomacy.note.lead')}</p>
          <ErrorSummary
            title={t('diplomacy.note.wrong')}
            errors={noteFields.flatMap((field) => {
              const message = errorOf(field);
              return message === undefined ? [] : [{ field: idOf(field), message }];
            })}
          />
          <Choice
            legend={t('diplomacy.note.kind')}
            name={`${form}-kind`}
            options={(['said', 'outside'] as const).map((kind) => ({
              value: kind,
              label: t(`diplomacy.note.${kind}`),
            }))}
            value={typed.kind}
            onChange={(kind) => change({ kind: kind === 'outside' ? 'outside' : 'said' })}
          />
          <PopulationField
            known={known}
            value={typed.population}
            onChange={(population) => change({ population })}
            error={errorOf('population')}
            id={idOf('population')}
            withWords
          />
          <ToldFields typed={typed} idOf={idOf} errorOf={errorOf} onType={change} />
          <DateField
            id={idOf('on')}
            legend={t('diplomacy.note.on')}
            error={errorOf('on')}
            value={on}
            onChange={setOn}
            words={{ day: t('diplomacy.note.day'), month: t('diplomacy.note.month'), year: t('diplomacy.note.year') }}
          />
          <Field
            id={idOf('where')}
            label={t(typed.kind === 'said' ? 'diplomacy.note.where' : 'diplomacy.note.source')}
            hint={t(typed.kind === 'said' ? 'diplomacy.note.whereHint' : 'diplomacy.note.sourceHint')}
            error={errorOf('where')}
            value={typed.where}
            maxLength={300}
            onChange={(event) => change({ where: event.target.value })}
          />
          {words && (
            <NewWords
              words={words.asked}
              confirmed={words.confirmed}
              onConfirm={(confirmed) => setWords({ ...words, confirmed })}
            />
          )}
          {refused && <Notice tone="late">{ledgerRefusalMessage(t, refused)}</Notice>}
          {state === 'kept' && <Notice>{t('diplomacy.note.kept')}</Notice>}
          <div>
            <Button kind="main" type="submit" busy={state === 'busy' && t('diplomacy.ledger.busy')}>
              {t('diplomacy.note.do')}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** Which of them, how many, and how the number was meant. */
function ToldFields({
  typed,
  idOf,
  errorOf,
  onType,
}: {
  readonly typed: Omit<TypedNote, 'on'>;
  readonly idOf: (field: NoteField) => string;
  readonly errorOf: (field: NoteField) => string | undefined;
  readonly onType: (part: Partial<TypedNote>) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <Field
        id={idOf('groups')}
        label={t('diplomacy.note.groups')}
        hint={t('diplomacy.note.groupsHint')}
        error={errorOf('groups')}
        value={typed.groups}
        onChange={(event) => onType({ groups: event.target.value })}
      />
      <Field
        id={idOf('number')}
        label={t('diplomacy.note.number')}
        hint={t('diplomacy.note.numberHint')}
        error={errorOf('number')}
        value={typed.number}
        onChange={(event) => onType({ number: event.target.value })}
      />
      <Choice
        legend={t('diplomacy.note.meant')}
        name={`${idOf('number')}-meant`}
        options={(['exact', 'rounded'] as const).map((way) => ({ value: way, label: t(`diplomacy.note.${way}`) }))}
        value={typed.meant}
        onChange={(way) => onType({ meant: way === 'rounded' ? 'rounded' : 'exact' })}
      />
    </>
  );
}

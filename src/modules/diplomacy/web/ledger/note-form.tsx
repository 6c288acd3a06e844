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
import { readNote, type NoteFault, type NoteField, type TypedNote } from '../../model/open/ledger/read-note.ts';
import { NewWords } from '../release/new-words.tsx';
import { ledgerRefusalMessage } from './ledger-refusal.ts';
import styles from './ledger.module.css';
import { placeOf, sayFaults } from './note-faults.ts';
import { NoteNumbers } from './note-numbers.tsx';
import { PopulationField } from './population-field.tsx';

const empty: Omit<TypedNote, 'on'> = {
  ...{ kind: 'said', population: '', where: '', meant: null },
  numbers: [{ groups: '', number: '' }],
};

/** Where the form stands, for whoever wants to go there. */
export const noteFormId = 'write-down';

/** Numbers that were said aloud or that others published: written down by one person, since they are known already. */
export function NoteForm({ known, onKept }: { readonly known: readonly KnownEntry[]; readonly onKept: () => void }) {
  const { t } = useLanguage();
  const { session, today } = useOpenWork();
  const form = useId();
  const [typed, setTyped] = useState(empty);
  const [on, setOn] = useState(() => toTypedDate(today));
  /** Each try is told anew, also where it ends as the one before. */
  const [tries, setTries] = useState(0);
  const [wrong, setWrong] = useState<readonly NoteFault[]>([]);
  const [words, setWords] = useState<{ readonly asked: readonly NewWord[]; readonly confirmed: readonly string[] }>();
  const [refused, setRefused] = useState<AnyRefusal | null>(null);
  const [state, setState] = useState<'none' | 'busy' | 'kept'>('none');
  const change = (part: Partial<TypedNote>): void => {
    setTyped({ ...typed, ...part });
    // What was wrong with one number would stand at another.
    if (part.numbers !== undefined && part.numbers.length < typed.numbers.length) setWrong([]);
    setState('none');
    setRefused(null);
    setWords(undefined);
  };
  const faults = sayFaults(t, wrong, refused);
  const idOf = (field: NoteField, at = 0) => `${form}-${field}-${String(at)}`;
  const errorOf = (field: NoteField, at = 0) => faults.find((one) => one.field === field && one.at === at)?.message;
  const keep = async (): Promise<void> => {
    const read = readNote({ ...typed, on: fromTypedDate(on) }, today);
    setWrong('wrong' in read ? read.wrong : []);
    setRefused(null);
    setTries(tries + 1);
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
    <Card title={t('diplomacy.note.title')} id={noteFormId}>
      <form onSubmit={submit} className={styles['form']}>
        <Stack>
          <p>{t('diplomacy.note.lead')}</p>
          <ErrorSummary
            key={tries}
            title={t('diplomacy.note.wrong')}
            errors={faults.map(({ field, at, message }) => ({
              field: idOf(field, at),
              message:
                (field === 'groups' || field === 'number') && typed.numbers.length > 1
                  ? t('diplomacy.note.wrong.inNumber', { number: at + 1, message })
                  : message,
            }))}
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
          <NoteNumbers typed={typed} idOf={idOf} errorOf={errorOf} onType={change} />
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
              asked={tries}
            />
          )}
          {refused && placeOf(refused) === null && <Notice tone="late">{ledgerRefusalMessage(t, refused)}</Notice>}
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

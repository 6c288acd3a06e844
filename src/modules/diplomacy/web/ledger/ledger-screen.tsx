import { foldName, ledgerRows, listPopulations, writeCsv, type LedgerEntry } from '#kernel/disclosure';
import { knownEntries, type OpenedLedger } from '#kernel/disclosure/client';
import { saveCopy } from '#kernel/documents/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, EmptyState, Notice, Page, Select, Skeleton, Stack, TakesFocus } from '#platform/web/ui';
import { useState } from 'react';
import { WaitingReleases, type Done } from '../release/waiting-releases.tsx';
import { EntryList } from './entry-list.tsx';
import { LedgerRefused } from './ledger-refused.tsx';
import styles from './ledger.module.css';
import { NoteForm, noteFormId } from './note-form.tsx';
import { useLedger } from './use-ledger.ts';

/** Everything that was ever released, said aloud, known from others or withdrawn; and what waits for a second person. */
export function LedgerScreen() {
  const { t } = useLanguage();
  const { state, reload } = useLedger();
  const [done, setDone] = useState<{ readonly what: Done; readonly turn: number } | null>(null);
  const again = (what: Done): void => {
    setDone((before) => ({ what, turn: (before?.turn ?? 0) + 1 }));
    reload();
  };
  return (
    <Page
      title={t('diplomacy.ledger.title')}
      lead={t('diplomacy.ledger.lead')}
      actions={
        state.at === 'open' &&
        state.ledger.entries.length > 0 && (
          <span className={styles['aside']}>
            <Button onClick={() => document.getElementById(noteFormId)?.querySelector('input')?.focus()}>
              {t('diplomacy.note.title')}
            </Button>
          </span>
        )
      }
    >
      <div className={styles['page']}>
        {state.at === 'loading' && <Skeleton label={t('diplomacy.ledger.loading')} lines={6} />}
        {state.at === 'refused' && <LedgerRefused refusal={state.refusal} onAgain={reload} />}
        {state.at === 'open' && (
          <Stack>
            {/* What it was about is gone from the screen: this says what came of it, and takes the focus. */}
            {done !== null && (
              <TakesFocus key={done.turn} label={t(`diplomacy.release.done.${done.what}`)}>
                <Notice tone={done.what === 'moved' || done.what === 'gone' ? 'late' : 'plain'}>
                  {t(`diplomacy.release.done.${done.what}`)}
                </Notice>
              </TakesFocus>
            )}
            {state.proposals.length > 0 && (
              <WaitingReleases proposals={state.proposals} ledger={state.ledger} onChanged={again} />
            )}
            <EntriesCard ledger={state.ledger} onChanged={() => again('withdrawn')} />
            <div className={styles['aside']}>
              <NoteForm known={knownEntries(state.ledger)} onKept={reload} />
            </div>
          </Stack>
        )}
      </div>
    </Page>
  );
}

function EntriesCard({
  ledger: { entries },
  onChanged,
}: {
  readonly ledger: OpenedLedger;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState('');
  const populations = listPopulations(entries.map(({ content, seal }) => ({ content, on: seal.on })));
  const shown = chosen === '' ? entries : entries.filter((entry) => isOf(entries, entry, chosen));
  return (
    <Card title={t('diplomacy.ledger.entries')} beside={t('diplomacy.ledger.count', { count: entries.length })}>
      {entries.length === 0 ? (
        <EmptyState>{t('diplomacy.ledger.empty')}</EmptyState>
      ) : (
        <Stack>
          {populations.length > 1 && (
            <Select
              label={t('diplomacy.ledger.filter')}
              options={[
                { value: '', label: t('diplomacy.ledger.filterAll') },
                ...populations.map(({ population }) => ({ value: population, label: population })),
              ]}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
          <EntryList entries={entries} shown={shown} onChanged={onChanged} />
          <Exports entries={entries} />
        </Stack>
      )}
    </Card>
  );
}

/** Whether an entry speaks of these people, or withdraws one that does. */
function isOf(entries: readonly LedgerEntry[], { content }: LedgerEntry, population: string): boolean {
  if (content.kind !== 'withdrawal') return foldName(content.population) === foldName(population);
  const withdrawn = entries.find((entry) => entry.content.id === content.withdraws);
  return withdrawn !== undefined && isOf(entries, withdrawn, population);
}

function Exports({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  const { t } = useLanguage();
  const save = (text: string, name: string) => saveCopy(new TextEncoder().encode(text), name);
  return (
    <p className={styles['actions']}>
      <Button onClick={() => save(writeCsv(ledgerRows(entries)), 'ledger.csv')}>{t('diplomacy.ledger.csv')}</Button>
      <Button onClick={() => save(`${JSON.stringify(entries, null, 2)}\n`, 'ledger.json')}>
        {t('diplomacy.ledger.json')}
      </Button>
    </p>
  );
}

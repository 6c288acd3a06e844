import { useId, useState, type SyntheticEvent } from 'react';
import { createId, type AnyRefusal } from '#platform/base';
import {
  floorOfPopulation,
  keyOfWord,
  lowestFloor,
  worstOf,
  type CheckedTable,
  type LedgerEntryId,
  type ReleaseTable,
} from '#kernel/disclosure';
import { knownEntries, proposeRelease, type OpenedLedger } from '#kernel/disclosure/client';
import { judgeAside } from '#kernel/disclosure/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, ErrorSummary, Notice, Stack, TakesFocus } from '#platform/web/ui';
import {
  readRelease,
  releaseFields,
  type DraftedRelease,
  type ReleaseField,
  type TypedRelease,
} from '../../model/open/ledger/read-release.ts';
import { ledgerRefusalMessage } from '../ledger/ledger-refusal.ts';
import styles from '../ledger/ledger.module.css';
import { useAside } from '../shared/use-aside.ts';
import { AuditPanel } from './audit-panel.tsx';
import { JudgeNotice } from './judge-notice.tsx';
import { NewWords } from './new-words.tsx';
import { ReleaseFields } from './release-fields.tsx';
import { ReleasePreview } from './release-preview.tsx';
import { ReleaseRepairs } from './release-repairs.tsx';

const empty: TypedRelease = {
  ...{ population: '', rows: '', columns: '', document: '', version: '1', audience: 'public' },
  ...{ corrects: null, why: '', floor: lowestFloor },
};
const allParts = { cells: true, rowTotals: true, columnTotals: true };

/** Attacks a table with everything of its population that was ever released, and leaves it for a second person. */
export function ProposeForm({ checked, ledger }: { readonly checked: CheckedTable; readonly ledger: OpenedLedger }) {
  const { t } = useLanguage();
  const { session, today } = useOpenWork();
  const form = useId();
  const judge = useAside(judgeAside);
  const [typed, setTyped] = useState(empty);
  const [shape, setShape] = useState<Pick<ReleaseTable, 'table' | 'parts'>>({ table: checked.table, parts: allParts });
  /** Each try is told anew, also where it ends as the one before. */
  const [tries, setTries] = useState(0);
  const [wrong, setWrong] = useState<readonly ReleaseField[]>([]);
  const [draft, setDraft] = useState<DraftedRelease | null>(null);
  const [refused, setRefused] = useState<AnyRefusal | null>(null);
  const [state, setState] = useState<'none' | 'busy' | 'proposed'>('none');
  const [words, setWords] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  const known = knownEntries(ledger);
  // What is written as a release of these people is never told by a lower floor than before.
  const floor = floorOfPopulation(known, typed);
  const forget = (): void => {
    judge.forget();
    setRefused(null);
    setWords([]);
    setAsked(0);
    setState('none');
  };
  const check = (of: typeof shape): void => {
    forget();
    const read = readRelease(typed, of, { id: createId<LedgerEntryId>(session.randomBytes), floor });
    setWrong('wrong' in read ? read.wrong : []);
    setTries(tries + 1);
    if ('wrong' in read) return;
    setDraft(read.draft);
    const signed = { v: 1, tenant: session.tenant, author: session.user, written: today } as const;
    judge.begin({ ledger: known, proposed: { ...read.draft, ...signed }, table: read.from });
  };
  const take = ({ table, parts }: ReleaseTable): void => {
    setShape({ table, parts });
    check({ table, parts });
    // The way out that was taken is gone from the page.
    document.getElementById(`${form}-check`)?.focus();
  };
  const found = judge.state.state === 'found' ? judge.state.found : null;
  const worst = found && worstOf([found.audit.verdict, found.audit.insiders]);
  const propose = async (): Promise<void> => {
    if (draft === null) return;
    if (found?.newWords.some((word) => !words.includes(keyOfWord(word)))) {
      setAsked(asked + 1);
      return setRefused({ type: 'words-new' });
    }
    setState('busy');
    const done = await proposeRelease(session, draft);
    setState(done.ok ? 'proposed' : 'none');
    setRefused(done.ok ? null : done.refusal);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    check(shape);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <ErrorSummary
          key={tries}
          title={t('diplomacy.release.wrong')}
          errors={releaseFields.flatMap((field) =>
            wrong.includes(field)
              ? [{ field: `${form}-${field}`, message: t(`diplomacy.release.wrong.${field}`) }]
              : [],
          )}
        />
        <ReleaseFields
          form={form}
          ledger={ledger}
          typed={{ ...typed, floor }}
          isList={shape.table.columns.length === 1}
          parts={shape.parts}
          wrong={wrong}
          onType={(part) => {
            setTyped({ ...typed, ...part });
            forget();
          }}
          onParts={(parts) => {
            setShape({ ...shape, parts });
            forget();
          }}
        />
        <div>
          <Button
            id={`${form}-check`}
            kind="main"
            type="submit"
            busy={judge.state.state === 'running' && t('diplomacy.ledger.busy')}
          >
            {t('diplomacy.release.check')}
          </Button>
        </div>
        <JudgeNotice state={judge.state} onStop={judge.stop} />
        {found && <AuditPanel judged={found} entries={ledger.entries} />}
        {found && worst !== 'pass' && <ReleaseRepairs repairs={found.repairs} floor={floor} onTake={take} />}
        {found && draft && <ReleasePreview draft={draft} />}
        {found && worst !== 'block' && (
          <NewWords words={found.newWords} confirmed={words} onConfirm={setWords} asked={asked} />
        )}
        {refused && <Notice tone="late">{ledgerRefusalMessage(t, refused)}</Notice>}
        {state === 'proposed' && (
          <TakesFocus label={t('diplomacy.release.proposed')}>
            <Notice>{t('diplomacy.release.proposed')}</Notice>
          </TakesFocus>
        )}
        {worst !== null && worst !== 'block' && state !== 'proposed' && (
          <div className={styles['actions']}>
            <Button onClick={() => void propose()} busy={state === 'busy' && t('diplomacy.ledger.busy')}>
              {t('diplomacy.release.proposeDo')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  );
}

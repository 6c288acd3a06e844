import { useId, useState } from 'react';
import type { AnyRefusal } from '#platform/base';
import { worstOf, type LedgerContent } from '#kernel/disclosure';
import {
  approveRelease,
  dropProposal,
  knownEntries,
  type Judge,
  type OpenedLedger,
  type Proposal,
} from '#kernel/disclosure/client';
import { judgeAside } from '#kernel/disclosure/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Disclosure, Lit, Notice, Rows, Stack, TextArea } from '#platform/web/ui';
import { toLabel } from '../../model/open/ledger/to-label.ts';
import { FiguresTable } from '../ledger/figures-table.tsx';
import { ledgerRefusalMessage } from '../ledger/ledger-refusal.ts';
import styles from '../ledger/ledger.module.css';
import { useAside } from '../shared/use-aside.ts';
import { AuditPanel } from './audit-panel.tsx';
import { JudgeNotice } from './judge-notice.tsx';
import { NewWords } from './new-words.tsx';

interface WaitingProps {
  readonly ledger: OpenedLedger;
  readonly onChanged: (done: Done) => void;
}

/** What came of an entry or a release that waits; `moved` and `gone`: somebody else was first. */
export type Done = 'released' | 'dropped' | 'withdrawn' | 'moved' | 'gone';

/** Releases that wait for a second person: each is attacked with the whole ledger before anybody can approve it. */
export function WaitingReleases({
  proposals,
  ledger,
  onChanged,
}: WaitingProps & { readonly proposals: readonly Proposal[] }) {
  const { t } = useLanguage();
  return (
    <Lit title={t('diplomacy.release.waiting')} beside={proposals.length}>
      <Rows>
        {proposals.map((proposal) => (
          <li key={proposal.content.id}>
            {/* What was found with another ledger is no verdict on this one. */}
            <WaitingRelease key={ledger.head.hash} proposal={proposal} ledger={ledger} onChanged={onChanged} />
          </li>
        ))}
      </Rows>
    </Lit>
  );
}

const attack: Judge = (ledger, proposed) => judgeAside({ ledger, proposed, table: null }).answer;

function WaitingRelease({ proposal, ledger, onChanged }: WaitingProps & { readonly proposal: Proposal }) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const judge = useAside(judgeAside);
  const [reason, setReason] = useState('');
  const [words, setWords] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AnyRefusal | null>(null);
  const [asked, setAsked] = useState(0);
  const reasonField = useId();
  const { content } = proposal;
  const isOwn = content.author === session.user;
  const found = judge.state.state === 'found' ? judge.state.found : null;
  const worst = found && worstOf([found.audit.verdict, found.audit.insiders]);
  const check = (): void => {
    setRefused(null);
    judge.begin({ ledger: knownEntries(ledger), proposed: content, table: null });
  };
  const during = async (done: 'released' | 'dropped', act: () => Promise<AnyRefusal | null>): Promise<void> => {
    setBusy(true);
    const told = await act();
    setBusy(false);
    setRefused(told);
    setAsked(asked + 1);
    if (told?.type === 'reason-missing') document.getElementById(reasonField)?.focus();
    // After either the ledger, or the list of what waits, is another one: what stands here goes with it.
    if (told === null) onChanged(done);
    else if (told.type === 'ledger-moved') onChanged('moved');
    else if (told.type === 'NotFound') onChanged('gone');
  };
  const approve = () =>
    during('released', async () => {
      const written = toLabel(reason);
      const approval = { reason: written === '' ? null : written, words, head: ledger.head };
      const done = await approveRelease(session, attack, proposal, approval);
      return done.ok ? null : done.refusal;
    });
  const drop = () =>
    during('dropped', async () => {
      const done = await dropProposal(session, proposal);
      return done.ok ? null : done.refusal;
    });
  return (
    <Stack>
      <ProposedRelease content={content} ledger={ledger} />
      {found && <AuditPanel judged={found} entries={ledger.entries} />}
      {found && !isOwn && worst !== 'block' && (
        <NewWords
          words={found.newWords}
          confirmed={words}
          onConfirm={setWords}
          asked={refused?.type === 'words-new' ? asked : 0}
        />
      )}
      {!isOwn && worst === 'warn' && (
        <TextArea
          id={reasonField}
          error={refused?.type === 'reason-missing' ? ledgerRefusalMessage(t, refused) : undefined}
          label={t('diplomacy.release.reason')}
          hint={t('diplomacy.release.reasonHint')}
          value={reason}
          maxLength={300}
          rows={2}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <JudgeNotice state={judge.state} onStop={judge.stop} />
      {refused && refused.type !== 'reason-missing' && <Notice tone="late">{ledgerRefusalMessage(t, refused)}</Notice>}
      {isOwn && <p>{t('diplomacy.release.yours')}</p>}
      <div className={styles['actions']}>
        {!isOwn && worst !== null && worst !== 'block' && (
          <Button kind="main" onClick={() => void approve()} busy={busy && t('diplomacy.ledger.busy')}>
            {t('diplomacy.release.approve')}
          </Button>
        )}
        <Button onClick={check} busy={(busy || judge.state.state === 'running') && t('diplomacy.ledger.busy')}>
          {t('diplomacy.release.check')}
        </Button>
      </div>
      <div className={styles['aside']}>
        <Disclosure summary={t('diplomacy.release.drop')} quiet>
          <Stack>
            <p>{t('diplomacy.release.dropHint')}</p>
            <div>
              <Button kind="danger" onClick={() => void drop()} busy={busy && t('diplomacy.ledger.busy')}>
                {t('diplomacy.release.drop')}
              </Button>
            </div>
          </Stack>
        </Disclosure>
      </div>
    </Stack>
  );
}

/** What would be released, of whom, in which document. */
function ProposedRelease({ content, ledger }: { readonly content: LedgerContent; readonly ledger: OpenedLedger }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  if (content.kind !== 'release' && content.kind !== 'correction') return null;
  const { population, document, figures, floor } = content;
  const corrected = content.kind === 'correction' ? content.corrects : null;
  return (
    <>
      <p>
        {t('diplomacy.release.what', {
          population,
          ...document,
          author: names.get(content.author) ?? t('diplomacy.ledger.somebody'),
        })}{' '}
        {content.kind === 'correction' &&
          t('diplomacy.release.corrects', {
            number: ledger.entries.find((entry) => entry.content.id === corrected)?.seal.seq ?? 0,
            why: content.why,
          })}
      </p>
      <Disclosure summary={t('diplomacy.ledger.figures', { count: figures.length })} quiet>
        <FiguresTable figures={figures} floor={floor} label={`${population} · ${document.title}`} />
      </Disclosure>
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { ok } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import {
  createProcedures,
  draftOf,
  recordOf,
  recordsOf,
  restFactOn,
  type OpenedCase,
  type RecordedFact,
  type RecordOf,
} from '#modules/casework/client';
import { Button, Notice, Select } from '#platform/web/ui';
import { PaperForm, paperFormKey } from '../case-page/documents-part.tsx';
import { OpenPaper } from '../case-page/open-paper.tsx';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import styles from './fact-row.module.css';

/** The paper a fact rests on; null where none is named, or it was taken away. */
export function paperOfFact(opened: OpenedCase, { id }: Pick<RecordedFact, 'id'>): RecordOf<'paper'> | null {
  const named = recordOf(opened, 'journey')?.content.restsOn[id];
  return recordsOf(opened, 'paper').find((paper) => paper.id === named) ?? null;
}

/** What shows that a fact happened: the paper, to be opened; or that none is kept yet, and the way to add it. */
export function ProofOfFact({
  opened,
  fact,
  title,
  mayAdd,
  acts,
}: {
  readonly opened: OpenedCase;
  readonly fact: RecordedFact;
  /** The fact in words, for whoever hears the buttons one by one. */
  readonly title: string;
  readonly mayAdd: boolean;
  /** What else can be done with the fact, in the same row. */
  readonly acts?: ReactNode;
}) {
  const { t } = useLanguage();
  const { session } = useOpenWork();
  const proofKey = `proof:${fact.id}`;
  const [adding, setAdding] = useState(() => draftOf(opened, session, paperFormKey(proofKey)) !== null);
  const paper = paperOfFact(opened, fact);
  const act = (
    <Button kind="link" aria-expanded={adding} onClick={() => setAdding(!adding)}>
      {t(paper ? 'casework.proof.change' : 'casework.proof.add')}
      <span className="visually-hidden">: {title}</span>
    </Button>
  );
  return (
    <div className={styles['proof']}>
      <p className={styles['muted']}>
        {paper ? (
          <>
            {t('casework.proof.restsOn')} <bdi>{paper.content.title}</bdi>
          </>
        ) : (
          t('casework.proof.none')
        )}
      </p>
      {paper &&
        (paper.content.file ? (
          <OpenPaper opened={opened} paper={paper.content} kind="link" />
        ) : (
          <p className={styles['muted']}>{t('casework.paper.noFile')}</p>
        ))}
      {mayAdd && act}
      {acts}
      {adding && <ProofForm opened={opened} fact={fact} keptAs={proofKey} onDone={() => setAdding(false)} />}
    </div>
  );
}

/** One of the papers of the case, or a new one. */
function ProofForm({
  opened,
  fact,
  keptAs,
  onDone,
}: {
  readonly opened: OpenedCase;
  readonly fact: RecordedFact;
  readonly keptAs: string;
  readonly onDone: () => void;
}) {
  const { t, language } = useLanguage();
  const act = useCaseAct(opened);
  const papers = recordsOf(opened, 'paper');
  const named = paperOfFact(opened, fact)?.id ?? '';
  const [chosen, setChosen] = useState<string>(named);
  const rest = async (): Promise<void> => {
    const paper = papers.find(({ id }) => id === chosen)?.id ?? null;
    const saved = await act.run((session) =>
      restFactOn(session, createProcedures(language), opened, { id: fact.id, paper }),
    );
    if (saved) onDone();
  };
  return (
    <div className={styles['proofForm']}>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      {papers.length > 0 && (
        <>
          <Select
            label={t('casework.proof.which')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={[
              { value: '', label: t(named === '' ? 'casework.proof.another' : 'casework.proof.noLonger') },
              ...papers.map(({ id, content }) => ({ value: id, label: content.title })),
            ]}
          />
          {chosen !== named && (
            <div>
              <Button kind="main" busy={act.busy && t('casework.saving')} onClick={() => void rest()}>
                {t('casework.save')}
              </Button>
            </div>
          )}
        </>
      )}
      {chosen === '' && named === '' && (
        <PaperForm
          opened={opened}
          keptAs={keptAs}
          onDone={onDone}
          andThen={async (session, current, paper) => {
            const rested = await restFactOn(session, createProcedures(language), current, { id: fact.id, paper });
            return rested.ok ? ok(rested.value) : rested;
          }}
        />
      )}
    </div>
  );
}

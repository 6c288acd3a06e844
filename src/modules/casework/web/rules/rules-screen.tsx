import { useState } from 'react';
import type { SpaceId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { mostMovedAtOnce, type MovePreview } from '#modules/casework/client';
import { Button, Card, EmptyState, Notice, Page, Stack, TextArea } from '#platform/web/ui';
import { CaseloadPart } from '../overview/caseload-part.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import { casesOnOlderRules } from './cases-on-older-rules.ts';
import { mayBeChosen } from './many-moves.ts';
import { MoveRow } from './move-row.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunResult } from './run-result.tsx';
import styles from './rules-screen.module.css';
import { useManyMoves, type ManyMoves } from './use-many-moves.ts';

/** Cases on older rules: what newer ones would change for each, and moving up to fifty of them one by one. */
export function RulesScreen() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const caseload = useCaseload();
  const many = useManyMoves();
  const cases = casesOnOlderRules(caseload.entries).flatMap(({ id, open }) =>
    open ? [{ id, codeName: open.codeName }] : [],
  );
  if (!roles.includes('coordinator') && !roles.includes('duty')) {
    return (
      <Page title={t('casework.case.notHere')}>
        <p>{t('casework.case.notHereBody')}</p>
      </Page>
    );
  }
  return (
    <Page title={t('casework.manyRules.title')} lead={t('casework.manyRules.lead')}>
      <CaseloadPart caseload={caseload} lines={6}>
        {many.running && <RunProgress running={many.running} onStop={many.stop} />}
        {!many.running && many.outcomes.last && (
          <RunResult
            key={many.outcomes.last.run}
            outcome={many.outcomes.last}
            toTakeBack={many.toTakeBack}
            onTakeBack={() => void many.takeBack()}
          />
        )}
        {!many.running && (many.previews === null || cases.length > 0) && (
          <Card title={t('casework.manyRules.older')} beside={cases.length}>
            {cases.length === 0 ? (
              <EmptyState>
                <p>{t('casework.manyRules.none')}</p>
              </EmptyState>
            ) : (
              <Stack>
                <p>{t('casework.manyRules.lookLead')}</p>
                <div>
                  <Button kind="main" onClick={() => void many.look(cases)}>
                    {t('casework.manyRules.look', { count: cases.length })}
                  </Button>
                </div>
              </Stack>
            )}
          </Card>
        )}
        {many.previews !== null && <Looked many={many} previews={many.previews} />}
      </CaseloadPart>
    </Page>
  );
}

/** What was found, and the choice of what to move. */
function Looked({ many, previews }: { readonly many: ManyMoves; readonly previews: readonly MovePreview[] }) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<readonly SpaceId[]>([]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const shown = previews.filter(({ at }) => at !== 'nothing-to-move');
  const open = shown.filter((preview) => mayBeChosen(preview, many.outcomes.each.get(preview.id)));
  const unmoved = open.filter(isSame);
  const tooMany = chosen.length > mostMovedAtOnce;
  const move = async (): Promise<void> => {
    setAsked(true);
    if (chosen.length === 0 || tooMany || reason.trim() === '') return;
    await many.move(chosen, reason.trim());
    setChosen([]);
    setAsked(false);
  };
  const toggle = (id: SpaceId): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Card
      title={t('casework.manyRules.found')}
      beside={t('casework.manyRules.counts', {
        count: shown.length,
        same: shown.filter(isSame).length,
      })}
    >
      <Stack>
        {shown.length === 0 && <p>{t('casework.manyRules.none')}</p>}
        {unmoved.length > 0 && (
          <div>
            <Button onClick={() => setChosen(unmoved.slice(0, mostMovedAtOnce).map(({ id }) => id))}>
              {t('casework.manyRules.chooseSame', { count: Math.min(unmoved.length, mostMovedAtOnce) })}
            </Button>
          </div>
        )}
        <ul className={styles['rows']} aria-label={t('casework.manyRules.found')}>
          {shown.map((preview) => (
            <MoveRow
              key={preview.id}
              preview={preview}
              outcome={many.outcomes.each.get(preview.id)}
              chosen={chosen.includes(preview.id)}
              onToggle={() => toggle(preview.id)}
            />
          ))}
        </ul>
        {open.length > 0 && (
          <>
            <TextArea
              label={t('casework.rules.reason')}
              hint={t('casework.rules.reasonHint')}
              error={asked && reason.trim() === '' && t('casework.rules.reasonNeeded')}
              rows={2}
              maxLength={1_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {tooMany && <Notice tone="late">{t('casework.manyRules.tooMany', { most: mostMovedAtOnce })}</Notice>}
            {asked && chosen.length === 0 && <Notice tone="late">{t('casework.manyRules.chooseFirst')}</Notice>}
            <div>
              <Button
                kind="main"
                busy={many.running !== null && t(`casework.manyRules.run.${many.running.what}`)}
                onClick={() => void move()}
              >
                {t('casework.manyRules.move', { count: chosen.length })}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Card>
  );
}

/** Compared, and without a changed date. */
function isSame(preview: MovePreview): boolean {
  return preview.at === 'compared' && preview.differences.every(({ what }) => what !== 'date');
}

import { useId, useState, type SyntheticEvent } from 'react';
import { checkAside } from '#kernel/disclosure/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Checks, Notice, Page, Stack, TakesFocus, TextArea } from '#platform/web/ui';
import {
  guessNames,
  readPastedTable,
  type PastedRefusal,
  type TableEdges,
} from '../../model/open/read-pasted-table.ts';
import { CheckResult } from './check-result.tsx';
import styles from '../ledger/ledger.module.css';
import { useAside } from '../shared/use-aside.ts';
import { OpenTableFile } from './open-table-file.tsx';

const edgeNames = ['columnNames', 'rowNames', 'totals'] as const;

/** A table of true counts is pasted or opened, and what a stranger could prove from it is shown. It never leaves the browser. */
export function CheckTableScreen() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [edges, setEdges] = useState<TableEdges>({ rowNames: true, columnNames: true, totals: true });
  const [refused, setRefused] = useState<PastedRefusal | null>(null);
  const { state, begin, forget, stop } = useAside(checkAside);
  const field = useId();
  const write = (written: string): void => {
    setText(written);
    setEdges(({ totals }) => ({ ...guessNames(written), totals }));
    setRefused(null);
    // What stands below would be about another table.
    forget();
  };
  const tell = (held: readonly string[]): void => {
    const holds = (edge: keyof TableEdges) => held.includes(edge);
    setEdges({ rowNames: holds('rowNames'), columnNames: holds('columnNames'), totals: holds('totals') });
    setRefused(null);
    forget();
  };
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    const table = readPastedTable(text, edges);
    setRefused(table.ok ? null : table.refusal);
    if (table.ok) begin(table.value);
    else document.getElementById(field)?.focus();
  };
  return (
    <Page title={t('diplomacy.check.title')} lead={t('diplomacy.check.lead')}>
      <div className={styles['page']}>
        <Stack>
          <div className={styles['aside']}>
            <Card title={t('diplomacy.check.table')}>
              <form onSubmit={check}>
                <Stack>
                  <TextArea
                    id={field}
                    label={t('diplomacy.check.paste')}
                    hint={t('diplomacy.check.pasteHint')}
                    error={refused ? refusedText(t, refused) : undefined}
                    value={text}
                    onChange={(event) => write(event.target.value)}
                    rows={8}
                    spellCheck={false}
                  />
                  <OpenTableFile onRead={write} />
                  <Checks
                    legend={t('diplomacy.check.edges')}
                    options={edgeNames.map((edge) => ({ value: edge, label: t(`diplomacy.check.${edge}`) }))}
                    values={edgeNames.filter((edge) => edges[edge])}
                    onChange={tell}
                  />
                  <div>
                    <Button kind="main" type="submit">
                      {t('diplomacy.check.do')}
                    </Button>
                  </div>
                </Stack>
              </form>
            </Card>
          </div>
          {state.state === 'running' && (
            <Notice>
              {t('diplomacy.check.checking', { programs: String(state.done) })}{' '}
              <Button onClick={stop}>{t('diplomacy.check.stop')}</Button>
            </Notice>
          )}
          {/* A table that could not be checked may not leave, whatever the reason. */}
          {state.state === 'refused' && (
            <TakesFocus label={t('diplomacy.check.verdict')}>
              <Notice tone="late">
                {t(state.refusal.type === 'CheckStopped' ? 'diplomacy.check.stopped' : 'diplomacy.check.notChecked')}
              </Notice>
            </TakesFocus>
          )}
          {state.state === 'found' && <CheckResult found={state.found} />}
        </Stack>
      </div>
    </Page>
  );
}

function refusedText(t: ReturnType<typeof useLanguage>['t'], { type, row, column }: PastedRefusal): string {
  return t(`diplomacy.check.refused.${type}`, { row: String(row), column: String(column) });
}

import { useId, useState, type SyntheticEvent } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Check, Notice, Page, Stack, TextArea } from '#platform/web/ui';
import { readPastedTable, type PastedRefusal } from '../../model/open/read-pasted-table.ts';
import { CheckResult } from './check-result.tsx';
import { useCheck } from './use-check.ts';

/** A table of true counts is pasted or opened, and what a stranger could prove from it is shown. It never leaves the browser. */
export function CheckTableScreen() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [totals, setTotals] = useState(true);
  const [refused, setRefused] = useState<PastedRefusal | null>(null);
  const { state, begin, forget, stop } = useCheck();
  const field = useId();
  const write = (written: string): void => {
    setText(written);
    setRefused(null);
    // What stands below would be about another table.
    forget();
  };
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    const table = readPastedTable(text, totals);
    setRefused(table.ok ? null : table.refusal);
    if (table.ok) void begin(table.value);
    else document.getElementById(field)?.focus();
  };
  return (
    <Page title={t('diplomacy.check.title')} lead={t('diplomacy.check.lead')}>
      <Stack>
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
              <OpenFile onRead={write} />
              <Check
                label={t('diplomacy.check.totals')}
                checked={totals}
                onChange={(checked) => {
                  setTotals(checked);
                  setRefused(null);
                  forget();
                }}
              />
              <div>
                <Button kind="main" type="submit">
                  {t('diplomacy.check.do')}
                </Button>
              </div>
            </Stack>
          </form>
        </Card>
        {state.state === 'checking' && (
          <Notice>
            {t('diplomacy.check.checking', { programs: String(state.programs) })}{' '}
            <Button onClick={stop}>{t('diplomacy.check.stop')}</Button>
          </Notice>
        )}
        {state.state === 'stopped' && <Notice tone="late">{t('diplomacy.check.stopped')}</Notice>}
        {state.state === 'not-checked' && <Notice tone="late">{t('diplomacy.check.notChecked')}</Notice>}
        {state.state === 'checked' && <CheckResult found={state.found} />}
      </Stack>
    </Page>
  );
}

function refusedText(t: ReturnType<typeof useLanguage>['t'], { type, row, column }: PastedRefusal): string {
  return t(`diplomacy.check.refused.${type}`, { row: String(row), column: String(column) });
}

/** Larger files are no table that somebody would publish. */
const mostBytes = 1_000_000;

function OpenFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const { t } = useLanguage();
  const [tooLarge, setTooLarge] = useState(false);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t('diplomacy.check.open')}</label>{' '}
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          setTooLarge(file !== undefined && file.size > mostBytes);
          if (file !== undefined && file.size <= mostBytes) void file.text().then(onRead);
          event.target.value = '';
        }}
      />
      {tooLarge && <Notice tone="late">{t('diplomacy.check.refused.TableLarge', { row: '1', column: '1' })}</Notice>}
    </div>
  );
}

import { saveCopy } from '#kernel/documents/web';
import { writeCsv, writeWorkbook, type CheckedTable, type TableReason } from '#kernel/disclosure';
import type { Checked } from '#kernel/disclosure/web';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Disclosure, Lit, Rows, Stack, StateMark, TakesFocus } from '#platform/web/ui';
import { ProposeCard } from '../release/propose-card.tsx';
import { publishedRows } from './published-rows.ts';
import { PublishedTable } from './published-table.tsx';
import styles from '../ledger/ledger.module.css';

const marks = { pass: 'checked', warn: 'soon', block: 'unfit' } as const;

/** What a check found: the verdict, why, the table as it may be published, and what would mend it. */
export function CheckResult({ found }: { readonly found: Checked }) {
  const { t } = useLanguage();
  const { checked, repairs } = found;
  return (
    <Stack>
      <TakesFocus label={t('diplomacy.check.verdictIs', { verdict: t(`diplomacy.check.verdict.${checked.verdict}`) })}>
        <Lit
          title={t('diplomacy.check.verdict')}
          beside={
            <StateMark kind={marks[checked.verdict]}>{t(`diplomacy.check.verdict.${checked.verdict}`)}</StateMark>
          }
        >
          <Stack>
            <p>{t(`diplomacy.check.says.${checked.verdict}`)}</p>
            <Reasons checked={checked} />
          </Stack>
        </Lit>
      </TakesFocus>
      <Card title={t('diplomacy.check.published')}>
        <PublishedTable checked={checked} />
        {checked.verdict !== 'block' && <Downloads found={found} />}
      </Card>
      {checked.verdict !== 'pass' && (
        <Card title={t('diplomacy.check.repairs')}>
          {repairs.length === 0 && <p>{t('diplomacy.check.noRepair')}</p>}
          {repairs.map(({ joined, names: [first, second], after }, index) => (
            <Disclosure
              key={`${joined} ${String(index)}`}
              summary={t(`diplomacy.check.join.${joined}`, { first, second })}
            >
              <PublishedTable checked={after} />
              <Downloads found={{ ...found, checked: after, repairs: [] }} />
            </Disclosure>
          ))}
        </Card>
      )}
      <ProposeCard checked={checked} />
    </Stack>
  );
}

/** How a stranger, or somebody inside, would come to know too much; cell by cell. */
function Reasons({ checked: { table, audit } }: { readonly checked: CheckedTable }) {
  const { t } = useLanguage();
  if (audit.reasons.length === 0) return null;
  const nameOf = (names: readonly string[], index: number) => names[index] ?? t('diplomacy.check.all');
  const say = ({ row, column, code }: TableReason) => {
    const range = audit.ranges[row]?.[column];
    const place = { row: nameOf(table.rows, row), column: nameOf(table.columns, column) };
    // Whoever reads a list needs no name for its only column.
    const isList = table.columns.length === 1;
    return t(`diplomacy.check.reason.${code}`, {
      place: isList ? place.row : t('diplomacy.check.place', place),
      low: String(range?.low ?? 0),
      high: String(range?.high ?? 0),
    });
  };
  return (
    <Rows>
      {audit.reasons.map((reason) => (
        <li key={`${String(reason.row)} ${String(reason.column)} ${reason.code}`}>{say(reason)}</li>
      ))}
    </Rows>
  );
}

/** The table as it may be published, and the record of how it was checked. Neither holds a true count. */
function Downloads({ found }: { readonly found: Checked }) {
  const { t } = useLanguage();
  const { checked, solver } = found;
  const save = (text: string, name: string) => saveCopy(new TextEncoder().encode(text), name);
  const rows = publishedRows(checked, { all: t('diplomacy.check.all'), number: t('diplomacy.ledger.number') });
  const rule = [t('diplomacy.check.rule')];
  const record = {
    rule: '10-5',
    rows: checked.table.rows,
    columns: checked.table.columns,
    published: checked.published,
    verdict: checked.audit.verdict,
    insiders: checked.audit.insiders,
    intervals: checked.audit.ranges.map((line) => line.map(({ low, high }) => [low, high])),
    reasons: checked.audit.reasons,
    solver,
  };
  return (
    <p className={styles['actions']}>
      <Button kind="main" onClick={() => save(writeCsv([...rows, [], rule]), 'table.csv')}>
        {t('diplomacy.check.csv')}
      </Button>
      <Button
        onClick={() =>
          saveCopy(
            writeWorkbook([
              { name: t('diplomacy.check.sheetTable'), rows },
              { name: t('diplomacy.check.sheetRule'), rows: [rule] },
            ]),
            'table.xlsx',
          )
        }
      >
        {t('diplomacy.check.xlsx')}
      </Button>
      <Button onClick={() => save(`${JSON.stringify(record, null, 2)}\n`, 'check.json')}>
        {t('diplomacy.check.record')}
      </Button>
    </p>
  );
}

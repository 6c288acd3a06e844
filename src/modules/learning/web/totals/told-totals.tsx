import { useState } from 'react';
import { createId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button } from '#platform/web/ui';
import { totalRoutes } from '../../contract/total-routes.ts';
import type { TotalId } from '../../model/open/count/learning-ids.ts';
import { currentTotals } from '../../model/open/count/release-totals.ts';
import type { FigureWords } from '../figures/figures-table.ts';
import { WideTable } from '../figures/wide-table.tsx';
import styles from '../organise/organise.module.css';
import { TrainingForm } from '../training/training-form.tsx';
import { useChange } from '../training/use-change.ts';
import { TotalFields } from './total-fields.tsx';
import { fromTotalValues, noTotal, type TotalValues } from './total-values.ts';
import type { ToldTotal } from './use-totals.ts';

/** Sums of one organisation in a year, those that hold and those that were corrected, and the form to put one right. */
export function ToldTotals({
  totals,
  titleOf,
  words,
  onChanged,
}: {
  readonly totals: readonly ToldTotal[];
  readonly titleOf: (course: string) => string;
  readonly words: FigureWords;
  readonly onChanged: () => void;
}) {
  const { t, formatDay, formatNumber } = useLanguage();
  const [chosen, setChosen] = useState<ToldTotal | null>(null);
  const holding = new Set(currentTotals(totals).map(({ id }) => id));
  const ordered = totals.toSorted((one, other) => one.from - other.from || (one.toldOn < other.toldOn ? -1 : 1));
  return (
    <>
      <WideTable label={t('learning.totals.register')} whole>
        <thead>
          <tr>
            {['figures.module', 'figures.months', 'figures.people', 'figures.completions', 'totals.came'].map(
              (name) => (
                <th key={name} scope="col">
                  {t(`learning.${name}`)}
                </th>
              ),
            )}
            <th scope="col">{t('learning.totals.state')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((one) => (
            <tr key={one.id}>
              <th scope="row">{titleOf(one.course)}</th>
              <td>{words.spanOf(one)}</td>
              <td>{formatNumber(one.people)}</td>
              <td>{formatNumber(one.completions)}</td>
              <td>
                {formatDay(one.toldOn)}
                <span className={styles['small']}>
                  {t(`learning.totals.means.${one.means}`)}, {t(`learning.totals.basis.${one.basis}`)}
                </span>
              </td>
              <td>
                {holding.has(one.id) ? (
                  <Button
                    aria-label={t('learning.totals.correctOne', { months: words.spanOf(one) })}
                    onClick={() => setChosen(one)}
                  >
                    {t('learning.totals.correct')}
                  </Button>
                ) : (
                  t('learning.totals.corrected')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {chosen && (
        <CorrectForm
          key={chosen.id}
          total={chosen}
          months={words.spanOf(chosen)}
          onDone={() => {
            setChosen(null);
            onChanged();
          }}
          onLeave={() => setChosen(null)}
        />
      )}
    </>
  );
}

function CorrectForm({
  total,
  months,
  onDone,
  onLeave,
}: {
  readonly total: ToldTotal;
  readonly months: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLanguage();
  const { work } = useWork();
  const change = useChange(onDone);
  const [values, setValues] = useState<TotalValues>({
    ...noTotal,
    people: String(total.people),
    completions: String(total.completions),
  });
  const send = (): void => {
    const typed = fromTotalValues(values);
    if (typeof typed === 'string') return change.setRefused(typed);
    const { people, completions } = typed;
    void change.run(() =>
      work.api.call(totalRoutes.correctTotal, {
        params: { total: total.id },
        input: { id: createId<TotalId>(work.parts.randomBytes), people, completions },
      }),
    );
  };
  return (
    <TrainingForm
      title={t('learning.totals.correctOne', { months })}
      lead={t('learning.totals.correctLead')}
      change={change}
      onSend={send}
      onLeave={onLeave}
    >
      <TotalFields words={null} values={values} set={(changed) => setValues((before) => ({ ...before, ...changed }))} />
    </TrainingForm>
  );
}

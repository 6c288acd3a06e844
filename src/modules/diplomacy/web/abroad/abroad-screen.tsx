import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Choice, Notice, Page, Select, Stack } from '#platform/web/ui';
import { joinSeries, mayShareAxis } from '../../model/open/abroad/join-series.ts';
import { publicLibrary, type LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import { revisionsOf } from '../../model/open/abroad/public-series.ts';
import { chartBars, mostOf } from './chart-bars.ts';
import { SeriesCard } from './series-card.tsx';
import { SeriesChart } from './series-chart.tsx';
import { useSeriesWords } from './use-series-words.ts';
import styles from './abroad.module.css';

const [firstSeries] = publicLibrary;

/** What others published: one series at a time, or two beside each other, which are never joined. Nothing is fetched or sent. */
export function AbroadScreen() {
  const { t } = useLanguage();
  const { nameOf } = useSeriesWords();
  const [chosen, setChosen] = useState<LibrarySeries>(firstSeries);
  const [beside, setBeside] = useState<LibrarySeries | null>(null);
  const find = (id: string): LibrarySeries | undefined => publicLibrary.find((series) => series.id === id);
  const options = publicLibrary.map((series) => ({ value: series.id, label: nameOf(series) }));
  const other = beside === chosen ? null : beside;
  return (
    <Page
      title={t('diplomacy.abroad.title')}
      lead={t('diplomacy.abroad.lead')}
      actions={<Button onClick={() => print()}>{t('diplomacy.abroad.print')}</Button>}
    >
      <Stack>
        <div className={styles['field']}>
          <Card title={t('diplomacy.abroad.pick')}>
            <Stack>
              <Select
                label={t('diplomacy.abroad.choose')}
                options={options}
                value={chosen.id}
                onChange={(event) => setChosen(find(event.target.value) ?? firstSeries)}
              />
              <Select
                label={t('diplomacy.abroad.beside')}
                options={[
                  { value: '', label: t('diplomacy.abroad.none') },
                  ...options.filter(({ value }) => value !== chosen.id),
                ]}
                value={other?.id ?? ''}
                onChange={(event) => setBeside(find(event.target.value) ?? null)}
              />
            </Stack>
          </Card>
        </div>
        {other === null ? (
          <SeriesCard
            key={chosen.id}
            series={chosen}
            revision={newestOf(chosen)}
            most={mostOf(chartBars([drawnOf(chosen)]))}
            withPicture
          />
        ) : (
          <TwoSeries one={chosen} other={other} />
        )}
      </Stack>
    </Page>
  );
}

/** Two series: why they are not one line, and both of them, in one picture as two rows or in two. */
function TwoSeries({ one, other }: { readonly one: LibrarySeries; readonly other: LibrarySeries }) {
  const { t } = useLanguage();
  const { nameOf, pictureOf, shortValueOf } = useSeriesWords();
  const [wanted, setWanted] = useState('rows');
  const both = [drawnOf(one), drawnOf(other)] as const;
  const joined = joinSeries(...both);
  const shares = mayShareAxis(...both);
  const inRows = shares && wanted === 'rows';
  const bars = chartBars(both);
  const most = mostOf(bars);
  const names = joined.ok ? [] : joined.refusal.fields.map((field) => t(`diplomacy.abroad.differ.${field}`));
  return (
    <Stack>
      {!joined.ok && <Notice>{t('diplomacy.abroad.differ', { fields: names.join(', ') })}</Notice>}
      {shares ? (
        <div className={styles['field']}>
          <Choice
            legend={t('diplomacy.abroad.show')}
            name="show"
            options={(['rows', 'panels'] as const).map((way) => ({
              value: way,
              label: t(`diplomacy.abroad.show.${way}`),
            }))}
            value={wanted}
            onChange={setWanted}
          />
        </div>
      ) : (
        <Notice>{t('diplomacy.abroad.noAxis')}</Notice>
      )}
      {inRows && (
        <Card title={t('diplomacy.abroad.chart')}>
          <Stack>
            <SeriesChart
              bars={bars}
              most={most}
              says={[one, other].map((series) => pictureOf(series, newestOf(series))).join(' ')}
              gap={t('diplomacy.abroad.gap')}
              textOf={shortValueOf}
            />
            <ul>
              {[one, other].map((series, row) => (
                <li key={series.id}>
                  {t(row === 0 ? 'diplomacy.abroad.filled' : 'diplomacy.abroad.striped', { name: nameOf(series) })}
                </li>
              ))}
            </ul>
          </Stack>
        </Card>
      )}
      {[one, other].map((series) => (
        <SeriesCard
          key={series.id}
          series={series}
          revision={newestOf(series)}
          most={shares ? most : mostOf(chartBars([drawnOf(series)]))}
          withPicture={!inRows}
        />
      ))}
    </Stack>
  );
}

function newestOf(series: LibrarySeries): number {
  return revisionsOf(series)[0] ?? 1;
}

function drawnOf(series: LibrarySeries) {
  return { series, revision: newestOf(series) };
}

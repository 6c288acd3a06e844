import { useRef, useState } from 'react';
import { saveCopy } from '#kernel/documents/web';
import { writeCsv } from '#kernel/disclosure';
import { useLanguage } from '#kernel/languages/web';
import { Button, Card, Check, Rows, Stack, TextArea } from '#platform/web/ui';
import { checkSums } from '../../model/open/abroad/check-sums.ts';
import type { LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import { numbersNotIn } from '../../model/open/abroad/numbers-not-in.ts';
import { chartBars } from './chart-bars.ts';
import { GroupsNote } from './groups-note.tsx';
import { pictureText } from './picture-text.ts';
import { SeriesChart } from './series-chart.tsx';
import { seriesRows } from './series-rows.ts';
import { SeriesTable } from './series-table.tsx';
import { useSeriesWords } from './use-series-words.ts';
import styles from './abroad.module.css';

/** A series: its picture with the words for it, its table, and both to save. */
export function SeriesCard({
  series,
  revision,
  most,
  withPicture,
}: {
  readonly series: LibrarySeries;
  readonly revision: number;
  readonly most: number;
  /** False where its bars stand in a picture with another series. */
  readonly withPicture: boolean;
}) {
  const { t } = useLanguage();
  const words = useSeriesWords();
  const [hxl, setHxl] = useState(false);
  const save = (): void =>
    saveCopy(new TextEncoder().encode(writeCsv(seriesRows(t, words, series, { revision, hxl }))), `${series.id}.csv`);
  return (
    <Card title={words.nameOf(series)}>
      <Stack>
        {withPicture && <Picture series={series} revision={revision} most={most} />}
        <SeriesTable series={series} revision={revision} />
        <Sums series={series} revision={revision} />
        <GroupsNote series={series} revision={revision} />
        <div className={styles['actions']}>
          <Button onClick={save}>{t('diplomacy.abroad.csv')}</Button>
          <Check label={t('diplomacy.abroad.hxl')} checked={hxl} onChange={setHxl} />
        </div>
      </Stack>
    </Card>
  );
}

/** The picture; its words are made from the table and may be worded otherwise, but not with other numbers. */
function Picture({
  series,
  revision,
  most,
}: {
  readonly series: LibrarySeries;
  readonly revision: number;
  readonly most: number;
}) {
  const { t } = useLanguage();
  const { nameOf, pictureOf, shortValueOf } = useSeriesWords();
  const made = pictureOf(series, revision);
  const [own, setOwn] = useState<string | null>(null);
  const picture = useRef<SVGSVGElement>(null);
  const written = own ?? made;
  const strange = numbersNotIn(written, series, revision, nameOf(series));
  const save = (): void => {
    const { current } = picture;
    if (current !== null && strange.length === 0)
      saveCopy(new TextEncoder().encode(pictureText(current, written)), `${series.id}.svg`);
  };
  return (
    <Stack>
      <SeriesChart
        ref={picture}
        bars={chartBars([{ series, revision }])}
        most={most}
        says={strange.length === 0 ? written : made}
        gap={t('diplomacy.abroad.gap')}
        textOf={shortValueOf}
      />
      <div className={styles['field']}>
        <TextArea
          label={t('diplomacy.abroad.alt')}
          hint={t('diplomacy.abroad.altHint')}
          error={strange.length === 0 ? undefined : t('diplomacy.abroad.altRefused', { numbers: strange.join('; ') })}
          value={written}
          onChange={(event) => setOwn(event.target.value)}
          rows={3}
        />
      </div>
      <div className={styles['actions']}>
        {strange.length === 0 && <Button onClick={save}>{t('diplomacy.abroad.svg')}</Button>}
        {own !== null && <Button onClick={() => setOwn(null)}>{t('diplomacy.abroad.altAgain')}</Button>}
      </div>
    </Stack>
  );
}

/** The sums that travel with a series, and whether they hold. */
function Sums({ series, revision }: { readonly series: LibrarySeries; readonly revision: number }) {
  const { t, formatNumber } = useLanguage();
  const sums = checkSums(series, revision);
  if (sums.length === 0) return null;
  return (
    <Rows>
      {sums.map(({ check: { years, total }, holds }) => (
        <li key={years.join(' ')}>
          {t(holds ? 'diplomacy.abroad.sumHolds' : 'diplomacy.abroad.sumFails', {
            years: years.join(', '),
            total: formatNumber(total),
          })}
        </li>
      ))}
    </Rows>
  );
}

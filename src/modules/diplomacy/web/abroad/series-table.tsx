import { useLanguage } from '#kernel/languages/web';
import { findChange } from '../../model/open/abroad/find-change.ts';
import type { LibrarySeries } from '../../model/open/abroad/library/public-library.ts';
import { rowOf, type RowPlace } from '../../model/open/abroad/public-series.ts';
import { useSeriesWords } from './use-series-words.ts';
import styles from './abroad.module.css';

/** A series year by year, with its revisions and where each figure was read. */
export function SeriesTable({ series, revision }: { readonly series: LibrarySeries; readonly revision: number }) {
  const { t } = useLanguage();
  const { nameOf } = useSeriesWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard
    <div className={styles['scroll']} role="region" aria-label={nameOf(series)} tabIndex={0}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{nameOf(series)}</caption>
        <thead>
          <tr>
            {(['period', 'value', 'change', 'status', 'revision', 'source'] as const).map((column) => (
              <th
                key={column}
                scope="col"
                className={styles[column === 'value' || column === 'change' ? 'number' : '']}
              >
                {t(`diplomacy.abroad.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowOf(series, revision).map((place) => (
            <YearRow key={place.year} series={series} revision={revision} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function YearRow({
  series,
  revision,
  place: { year, figure },
}: {
  readonly series: LibrarySeries;
  readonly revision: number;
  readonly place: RowPlace;
}) {
  const { t } = useLanguage();
  const { valueOf, periodOf, noteOf } = useSeriesWords();
  if (figure === null)
    return (
      <tr>
        <th scope="row">{year}</th>
        <td colSpan={5}>{t('diplomacy.abroad.gap')}</td>
      </tr>
    );
  const place = (at: number) => ({ series, revision, year: at });
  const change = findChange(place(year - 1), place(year));
  const notes = figure.notes.map(noteOf);
  return (
    <tr>
      <th scope="row">{periodOf(figure.period)}</th>
      <td className={styles['number']}>{valueOf(figure.value)}</td>
      <td className={styles['number']}>
        {change.ok
          ? t('diplomacy.abroad.change', {
              sign: change.value < 0 ? '−' : '+',
              percent: String(Math.abs(change.value)),
            })
          : '–'}
      </td>
      <td>{[t(`diplomacy.abroad.status.${figure.status}`), ...notes].join('; ')}</td>
      <td>
        {t('diplomacy.abroad.revision', {
          number: String(figure.revision.number),
          date: figure.revision.date ?? t('diplomacy.abroad.notStated'),
        })}
      </td>
      <td className={styles['address']}>
        <a href={figure.source.address} target="_blank" rel="noreferrer">
          {figure.source.address}
        </a>
        <br />
        {t('diplomacy.abroad.column.title')}: {figure.source.title ?? t('diplomacy.abroad.notStated')}.{' '}
        {t('diplomacy.abroad.column.read')}: {figure.source.read ?? t('diplomacy.abroad.notStated')}.
      </td>
    </tr>
  );
}

import { useLanguage } from '#kernel/languages/web';
import { Button, Checks, Field } from '#platform/web/ui';
import type { TypedRow } from '../shared/typed-rows.ts';
import type { blankWindow } from './reach-values.ts';
import styles from './reaching.module.css';

type TypedWindow = TypedRow<keyof typeof blankWindow>;

/** Days and the hours on them when it is safe. */
export function WindowFields({
  at,
  row,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly row: TypedWindow;
  readonly onChange: (changed: Partial<TypedWindow>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useLanguage();
  const count = at + 1;
  return (
    <div role="group" aria-label={t('casework.reach.hours', { count })} className={styles['row']}>
      <Checks
        legend={t('casework.reach.days')}
        inline
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: t(`casework.weekday.${day}`) }))}
        values={row.days === '' ? [] : row.days.split(',')}
        onChange={(chosen) => onChange({ days: chosen.toSorted().join(',') })}
      />
      <div className={styles['times']}>
        <Field
          label={t('casework.reach.from')}
          type="time"
          value={row.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <Field
          label={t('casework.reach.until')}
          type="time"
          value={row.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </div>
      <div>
        <Button kind="quiet" onClick={onRemove}>
          {t('casework.reach.removeHours')}
          <span className="visually-hidden"> {count}</span>
        </Button>
      </div>
    </div>
  );
}

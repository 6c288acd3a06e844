import { useLanguage } from '#kernel/languages/web';
import type { Effect, GroupScore } from '../../model/open/effect/effect-of-pairs.ts';
import styles from '../organise/organise.module.css';
import { differenceOf, effectMeasures, isShare, type EffectMeasure } from './effect-table.ts';
import figureStyles from './figures.module.css';
import type { FigureWords } from './figures-table.ts';
import type { CourseOfFigures } from './use-figures.ts';
import { WideTable } from './wide-table.tsx';

/** What a group learned: how stories were judged before and after, of all organisations together. */
export function EffectPart({
  course: {
    effect: { until, effect, droppedOut },
  },
  words,
}: {
  readonly course: CourseOfFigures;
  readonly words: FigureWords;
}) {
  const { t } = useLanguage();
  return (
    <>
      <h3 className={figureStyles['part']}>{t('learning.effect.title')}</h3>
      {effect === null ? (
        <p>{t('learning.effect.none')}</p>
      ) : (
        <>
          <p>
            {t('learning.effect.pairsUntil', { pairs: effect.pairs, month: words.monthOf(until) })}{' '}
            {droppedOut === null ? t('learning.effect.dropLater') : t('learning.effect.drop', { people: droppedOut })}
          </p>
          <EffectTable effect={effect} />
          <p className={styles['small']}>{t('learning.effect.read')}</p>
          <p className={styles['small']}>{t('learning.effect.how')}</p>
        </>
      )}
    </>
  );
}

function EffectTable({ effect }: { readonly effect: Effect }) {
  const { t, formatNumber } = useLanguage();
  const shown = (measure: EffectMeasure, group: GroupScore): string => {
    const number = group[measure];
    if (number === null) return t('learning.figures.few');
    return isShare(measure)
      ? t('learning.effect.share', { share: Math.round(number * 100) })
      : formatNumber(Math.round(number * 10) / 10);
  };
  const points = (share: number): string => formatNumber(Math.round(share * 100));
  return (
    <WideTable label={t('learning.effect.title')}>
      <thead>
        <tr>
          {['measure', 'before', 'after', 'differenceWith'].map((name) => (
            <th key={name} scope="col">
              {t(`learning.effect.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {effectMeasures.map((measure) => {
          const difference = differenceOf(effect, measure);
          return (
            <tr key={measure}>
              <th scope="row">{t(`learning.effect.${measure}`)}</th>
              <td>{shown(measure, effect.before)}</td>
              <td>{shown(measure, effect.after)}</td>
              <td>
                {difference &&
                  t('learning.effect.points', {
                    mean: points(difference.mean),
                    low: points(difference.low),
                    high: points(difference.high),
                  })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

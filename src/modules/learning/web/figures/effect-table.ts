import type { Cell } from '#kernel/disclosure';
import type { Effect, GroupScore } from '../../model/open/effect/effect-of-pairs.ts';
import type { FigureWords } from './figures-table.ts';
import type { Figures } from './use-figures.ts';

/** What is said of a group before and after, in the order in which it stands. */
export const effectMeasures = [
  'hitRate',
  'falseAlarmRate',
  'heavyRate',
  'sensitivity',
  'sureRight',
  'sureWrong',
] as const satisfies readonly (keyof GroupScore)[];
export type EffectMeasure = (typeof effectMeasures)[number];

/** Shares are shown as so many of a hundred. */
export function isShare(measure: EffectMeasure): boolean {
  return measure === 'hitRate' || measure === 'falseAlarmRate' || measure === 'heavyRate';
}

/** The difference within pairs, of the two shares for which it is told. */
export function differenceOf(effect: Effect, measure: EffectMeasure): Effect['hits'] | null {
  if (measure === 'hitRate') return effect.hits;
  return measure === 'falseAlarmRate' ? effect.falseAlarms : null;
}

/** What groups learned as one table to hand out, a line for each measure; without lines where nothing may be told. */
export function tableOfEffect(
  figures: Figures,
  year: number,
  titleOf: (course: string) => string,
  { t, monthOf }: FigureWords,
): readonly (readonly Cell[])[] {
  const heading = [
    ...['year', 'module', 'until'].map((name) => t(`learning.figures.${name}`)),
    ...['measure', 'before', 'after', 'difference', 'low', 'high', 'pairs', 'droppedOut', 'method'].map((name) =>
      t(`learning.effect.${name}`),
    ),
  ];
  const lines = figures.courses.flatMap(({ course, effect: { until, effect, droppedOut } }) =>
    effect === null
      ? []
      : effectMeasures.map((measure): readonly Cell[] => {
          const difference = differenceOf(effect, measure);
          return [
            ...[year, titleOf(course), monthOf(until), t(`learning.effect.${measure}`)],
            ...[effect.before[measure], effect.after[measure], difference?.mean, difference?.low, difference?.high].map(
              (number) => (number === null || number === undefined ? '' : Math.round(number * 1_000) / 1_000),
            ),
            ...[effect.pairs, droppedOut ?? t('learning.figures.later'), t('learning.effect.how')],
          ];
        }),
  );
  return lines.length === 0 ? [] : [heading, ...lines];
}

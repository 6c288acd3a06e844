import { numbersOf } from '../../model/open/abroad/numbers-not-in.ts';
import { rowOf, type FigureValue } from '../../model/open/abroad/public-series.ts';
import type { DrawnSeries } from '../../model/open/abroad/join-series.ts';

/** One bar of a picture; without a value it is a gap. */
export interface ChartBar {
  readonly key: string;
  readonly label: string;
  readonly value: FigureValue | null;
  /** Of which of the series it is, from 0. */
  readonly row: number;
}

/** Bars of one or two series, by year; within a year in the order of the series. They stand beside each other and are never joined. */
export function chartBars(drawn: readonly DrawnSeries[]): readonly ChartBar[] {
  return drawn
    .flatMap(({ series, revision }, row) =>
      rowOf(series, revision).map(({ year, figure }) => ({
        key: `${String(year)} ${String(row)}`,
        label: figure === null ? String(year) : labelOf(figure.period),
        value: figure?.value ?? null,
        row,
        year,
      })),
    )
    .toSorted((one, other) => one.year - other.year || one.row - other.row);
}

/** The largest number of all bars, so that pictures beside each other are drawn to one measure. */
export function mostOf(bars: readonly ChartBar[]): number {
  return Math.max(1, ...bars.flatMap(({ value }) => (value === null ? [] : numbersOf(value))));
}

function labelOf({ from, to }: { readonly from: number; readonly to: number | null }): string {
  if (to === null) return `${String(from)}–`;
  return to === from ? String(from) : `${String(from)}–${String(to)}`;
}

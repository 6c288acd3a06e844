import { civilDate, type CivilDate } from '#platform/base';
import { formatMonth } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import type { FigureWords } from './figures-table.ts';

/** Months, spans and languages of figures in the reader's words. */
export function useFigureWords(year: number): FigureWords {
  const { t, language } = useLanguage();
  const firstOf = (month: number): CivilDate => civilDate(`${String(year)}-${String(month).padStart(2, '0')}-01`);
  const monthOf = (month: number): string => formatMonth(firstOf(month), language);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return {
    t,
    monthOf,
    initialOf: (month) => monthOf(month).slice(0, 1).toUpperCase(),
    spanOf: ({ from, until }) =>
      from === until ? monthOf(from) : t('learning.figures.span', { from: monthOf(from), until: monthOf(until) }),
    languageOf: (tag) => names.of(tag) ?? tag,
  };
}

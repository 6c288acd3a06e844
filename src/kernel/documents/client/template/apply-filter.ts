import type { Language } from '#kernel/languages';
import type { TemplateFilter } from '../../model/template-fields.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };
const answers: Readonly<Record<Language, readonly [string, string]>> = { en: ['yes', 'no'], nl: ['ja', 'nee'] };

/** Applies a filter; null when the value is of another kind than the filter is for. */
export function applyFilter(filter: TemplateFilter, value: unknown, language: Language): string | null {
  switch (filter) {
    case 'date':
      return writeDay(value, language, { day: '2-digit', month: '2-digit', year: 'numeric' });
    case 'longdate':
      return writeDay(value, language, { day: 'numeric', month: 'long', year: 'numeric' });
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? new Intl.ListFormat(locales[language]).format(value)
        : null;
    case 'yesno':
      return typeof value === 'boolean' ? answers[language][value ? 0 : 1] : null;
    case 'upper':
      return typeof value === 'string' ? value.toLocaleUpperCase(locales[language]) : null;
  }
}

function writeDay(value: unknown, language: Language, options: Intl.DateTimeFormatOptions): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const noon = new Date(`${value}T12:00:00Z`);
  return Number.isNaN(noon.getTime())
    ? null
    : new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(noon);
}

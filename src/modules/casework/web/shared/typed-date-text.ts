import { noDate, type TypedDate } from '#platform/web/ui';

/** A date as it was typed, whether or not it is one, as one text: what a form keeps of it. */
export function textOfDate({ day, month, year }: TypedDate): string {
  const text = [day, month, year].join('/');
  return text === '//' ? '' : text;
}

/** The boxes of a date from the text that was kept. */
export function dateOfText(text: string): TypedDate {
  if (text === '') return noDate;
  const [day = '', month = '', year = ''] = text.split('/');
  return { day, month, year };
}

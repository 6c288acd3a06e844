import { parseCivilDate, type CivilDate } from '#platform/base';

/** A source as a page shows it: its name, the language of that name, and the day of the text that was read. */
export interface SourceTitle {
  readonly name: string;
  readonly lang: 'nl' | 'en';
  readonly textOf: CivilDate | null;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** Acts of law keep their own name, which is Dutch; everything else a pack names in English. */
const dutchNames = /^(Algemene|Besluit|Regeling|Vreemdelingen|Wet\b|Wetboek)/u;
const readOn = /^(?<name>.+) \((?:text of )?(?<day>\d{1,2}) (?<month>[A-Z][a-z]+) (?<year>\d{4})\)$/u;

/** Takes the title of a source apart, so that its day can be said in the reader's language. */
export function titleOfSource(title: string): SourceTitle {
  const { name = title, day = '', month = '', year = '' } = readOn.exec(title)?.groups ?? {};
  const at = months.findIndex((one) => one === month) + 1;
  const textOf = at > 0 ? parseCivilDate(`${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`) : null;
  const shown = textOf === null ? title : name;
  const isDutch = dutchNames.test(shown) && !/, (article|machine)|\(current/u.test(shown);
  return { name: shown, lang: isDutch ? 'nl' : 'en', textOf };
}

import { applications } from './en/applications.ts';
import { appointments } from './en/appointments.ts';
import { calendar } from './en/calendar.ts';
import { cases } from './en/cases.ts';
import { inner } from './en/inner.ts';
import { journey } from './en/journey.ts';
import { overview } from './en/overview.ts';
import { page } from './en/page.ts';
import { person } from './en/person.ts';
import { procedures } from './en/procedures.ts';
import { rules } from './en/rules.ts';
import { sheet } from './en/sheet.ts';
import { words } from './en/words.ts';

/** Texts of casework that follow from its codes, by topic. English is the original. */
export const en = {
  ...applications,
  ...appointments,
  ...calendar,
  ...cases,
  ...inner,
  ...journey,
  ...overview,
  ...page,
  ...person,
  ...procedures,
  ...rules,
  ...sheet,
  ...words,
} as const;

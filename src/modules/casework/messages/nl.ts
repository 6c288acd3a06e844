import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';
import { applications } from './nl/applications.ts';
import { appointments } from './nl/appointments.ts';
import { calendar } from './nl/calendar.ts';
import { cases } from './nl/cases.ts';
import { inner } from './nl/inner.ts';
import { journey } from './nl/journey.ts';
import { overview } from './nl/overview.ts';
import { page } from './nl/page.ts';
import { person } from './nl/person.ts';
import { procedures } from './nl/procedures.ts';
import { rules } from './nl/rules.ts';
import { sheet } from './nl/sheet.ts';
import { words } from './nl/words.ts';

/** Texts of casework in Dutch, by topic. */
export const nl: Catalogue<typeof en> = {
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
};

/** Languages of the workspace: typed catalogues, messages with plurals, dates in words. */
export { createMessages, type Catalogue, type MessageValues, type Messages } from './model/messages.ts';
export {
  formatDay,
  formatDayIn,
  formatMonth,
  formatNumber,
  formatPartDate,
  formatShortDay,
  formatTime,
  formatWeekday,
} from './model/format-day.ts';
export { directionOf, isLanguage, languages, languageNames, type Language } from './model/language.ts';

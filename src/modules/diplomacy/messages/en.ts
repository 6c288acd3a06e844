import { abroad } from './en/abroad.ts';
import { estimate } from './en/estimate.ts';
import { ledger } from './en/ledger.ts';

export const en = {
  ...abroad,
  ...estimate,
  ...ledger,
  'diplomacy.check.title': 'Check a table',
  'diplomacy.check.lead':
    'What could a stranger prove from a table of yours? True counts stay in this browser: they are never sent or kept.',
  'diplomacy.check.table': 'The true counts',
  'diplomacy.check.paste': 'Table',
  'diplomacy.check.pasteHint':
    'Copy it from a sheet and paste it here. A first row and a first column may hold names of groups: never names of people.',
  'diplomacy.check.open': 'Or open a file: a workbook (XLSX) or text with commas (CSV)',
  'diplomacy.check.sheet':
    'The sheet "{title}" was read{count, plural, one {} other {; there are # sheets, the others were not looked at}}.',
  'diplomacy.check.edges': 'What stands at the edges',
  'diplomacy.check.columnNames': 'The first row holds names of groups',
  'diplomacy.check.rowNames': 'The first column holds names of groups',
  'diplomacy.check.totals': 'The last row and the last column are totals',
  'diplomacy.check.do': 'Check it',
  'diplomacy.check.checking': 'Working it out as a stranger would: {programs} questions solved so far.',
  'diplomacy.check.stop': 'Stop',
  'diplomacy.check.stopped': 'Stopped before the end. A table that was not checked may not leave.',
  'diplomacy.check.notChecked': 'It could not be checked, so it may not leave. A smaller table may do.',
  'diplomacy.check.verdict': 'Verdict',
  'diplomacy.check.verdictIs': 'Verdict: {verdict}',
  'diplomacy.check.verdict.pass': 'May leave',
  'diplomacy.check.verdict.warn': 'Only with a reason',
  'diplomacy.check.verdict.block': 'May not leave',
  'diplomacy.check.says.pass':
    'By itself this table gives nobody away. Together with what was published before it still may: below it can be checked with everything released.',
  'diplomacy.check.says.warn':
    'A stranger can prove that somebody is in a small group, or nearly all of a group share something. Whoever approves it writes down why it may leave all the same.',
  'diplomacy.check.says.block':
    'A stranger can work out a small group nearly exactly, or what everybody in a group shares.',
  'diplomacy.check.place': '{row}, {column}',
  'diplomacy.check.reason.too-narrow': '{place}: it can be proved that there are {low} to {high} people.',
  'diplomacy.check.reason.not-zero':
    '{place}: it can be proved that there are {low} to {high} people, so there is somebody.',
  'diplomacy.check.reason.shown-small': '{place}: a small number is shown.',
  'diplomacy.check.reason.all-in-one':
    '{place}: everybody of a larger group is in it, so that whoever is known to be in the one is in the other.',
  'diplomacy.check.reason.nearly-all-in-one':
    '{place}: all but two at most of a larger group are in it. Two who compare what they know can tell of the others.',
  'diplomacy.check.published': 'The table by the 10-5 rule',
  'diplomacy.check.rule':
    'Groups under 10 are shown as "<10", also when nobody is in them; all other numbers go to the nearest 5, each for itself, so that columns need not add up.',
  'diplomacy.check.proof': 'Under each number stands what can be proved of the true one.',
  'diplomacy.check.all': 'All',
  'diplomacy.check.group': 'Group',
  'diplomacy.check.between': '{low} to {high}',
  'diplomacy.check.csv': 'Save the table (CSV)',
  'diplomacy.check.xlsx': 'Save the table (XLSX)',
  'diplomacy.check.sheetTable': 'Table',
  'diplomacy.check.sheetRule': 'The rule',
  'diplomacy.check.record': 'Save the record of the check (JSON)',
  'diplomacy.check.repairs': 'What would mend it',
  'diplomacy.check.noRepair': 'No two rows or columns told as one make it pass. Fewer categories, or only totals, may.',
  'diplomacy.check.join.rows': 'Tell the rows "{first}" and "{second}" as one',
  'diplomacy.check.join.columns': 'Tell the columns "{first}" and "{second}" as one',
  'diplomacy.check.refused.TableEmpty': 'Paste a table first.',
  'diplomacy.check.refused.TableRagged': 'Row {row} does not have as many cells as the first one.',
  'diplomacy.check.refused.TableSmall': 'A table has at least two rows and one column besides its names and totals.',
  'diplomacy.check.refused.TableLarge': 'This is larger than 400 cells. Check parts of it.',
  'diplomacy.check.refused.CountMalformed':
    'Row {row}, cell {column}: a count is a whole number from 0, without points or commas.',
  'diplomacy.check.refused.TotalWrong':
    'Row {row}, cell {column}: this total is not the sum of its numbers. If the table has no totals, say so below.',
} as const;

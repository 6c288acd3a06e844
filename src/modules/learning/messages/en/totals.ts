/** Texts of sums that organisations tell of themselves, and of how an organisation is counted. */
export const totals = {
  'learning.organise.part.totals': 'Sums from others',
  'learning.totals.title': 'Sums that organisations tell',
  'learning.totals.lead':
    'An organisation with a learning system of its own may tell how many of its people finished. Such sums stand apart in the figures and say that the organisation told them. They name nobody.',
  'learning.totals.loading': 'Fetching the sums',
  'learning.totals.none': 'No sum has been told for {year} yet.',
  'learning.totals.nobody': 'Add an organisation first, under “Organisations”.',
  'learning.totals.done': 'Saved. The figures show it as far as it may be shown.',
  'learning.totals.tell': 'Add sums',
  'learning.totals.tellLead':
    'Of months that are over. Ask for as many months together as give at least 10 people: fewer are kept but not shown.',
  'learning.totals.from': 'From month',
  'learning.totals.until': 'Up to and with month',
  'learning.totals.untilHint': 'The last month that is in it.',
  'learning.totals.peopleHint': 'Each person once a year, in the month in which they first finished.',
  'learning.totals.completionsHint': 'With those who finished again. Leave it empty if it is as many as people.',
  'learning.totals.file': 'Or a file with a line for each',
  'learning.totals.fileHint':
    'CSV: first month (1 to 12), last month, people finished, runs finished. No names. A chosen file takes the place of the boxes above.',
  'learning.totals.badLine': 'Line {line} cannot be read. Nothing of the file is taken.',
  'learning.totals.read':
    'The file has {lines, plural, one {# line} other {# lines}} with {people, plural, one {# person} other {# people}} together.',
  'learning.totals.basis': 'Whence they know it',
  'learning.totals.basis.system': 'their learning system',
  'learning.totals.basis.lists': 'their lists of who was there',
  'learning.totals.basis.estimate': 'an estimate',
  'learning.totals.beside': 'Why is nobody counted twice?',
  'learning.totals.besideHint':
    'Only if another way of counting stays beside it. One sentence; it stands under the figures. Name nobody.',
  'learning.totals.choose': 'Choose how to count',
  'learning.totals.chooseLead':
    'Each organisation is counted in one way in a module and a year. Another takes its place only while nothing is counted; later it comes beside, with a reason.',
  'learning.totals.systems': 'Count a module of their system',
  'learning.totals.systemsLead':
    'A connected learning system says what people finished there. Choose which of its modules is ours: from then on whoever finishes is counted, each person under a made-up name. What it said before counts today.',
  'learning.totals.activity': 'Module in their system',
  'learning.totals.noActivity':
    'No connected system of this organisation has said yet that somebody finished something.',
  'learning.totals.isCounted': '“{activity}” is counted as “{module}”.',
  'learning.totals.says': '{system}: {verb}',
  'learning.totals.verb.completed': 'says “completed”',
  'learning.totals.verb.passed': 'says “passed”',
  'learning.totals.verb.satisfied': 'says “satisfied”, of all its parts',
  'learning.totals.route': 'How it is counted in {year}',
  'learning.totals.register': 'Sums as they came in',
  'learning.totals.came': 'Came in',
  'learning.totals.means.typed': 'typed',
  'learning.totals.means.file': 'from a file',
  'learning.totals.state': 'State',
  'learning.totals.correct': 'Correct',
  'learning.totals.correctOne': 'Correct {months}',
  'learning.totals.correctLead':
    'The new numbers hold from now on; the old ones stay in this list. 0 takes a sum back.',
  'learning.totals.corrected': 'corrected',
  'learning.totals.waiting': 'A correction follows when it can be shown.',
  'learning.totals.told': 'Told by organisations themselves, not counted by us',
  'learning.totals.few': 'fewer than 10',
  'learning.totals.notIn':
    'These sums were told by the organisations; we cannot check them, and they are not added to what we counted. Not included: months that nobody told of, sums by language, and corrections that would tell of fewer than 10.',
  'learning.totals.source': 'Told by the organisation ({basis}); not counted by us.',
  'learning.totals.sentence':
    'Besides, {organisations, plural, one {# organisation} other {# organisations}} told of {people, plural, one {# person} other {# people}} who finished; we did not count them.',
  'learning.route.title': 'Counted otherwise',
  'learning.route.player': 'our own player',
  'learning.route.source': 'their learning system',
  'learning.route.receipts': 'receipts of packages',
  'learning.route.totals': 'sums that they tell',
  'learning.route.since': '{route}, chosen on {day}',
  'learning.route.row': '{organisation}, by {route}',
  'learning.route.noPlayer': 'Whoever of them finishes in our own player is not in these figures.',
  'learning.route.sourceLong':
    'Known from statements of a learning system of the organisation; each person under a made-up name, each statement once.',
  'learning.route.played': 'packages from elsewhere',
  'learning.route.playedLong':
    'Known from what the package itself said, to our own people who opened it here with their account; each person once a year. What a package takes back later stays counted. Not included: whoever did it elsewhere.',
  'learning.route.receiptsLong':
    'Known from receipts of packages that a coordinator counted, each once. They hold no name: whoever finished twice counts twice, and whoever never brought a receipt is not included.',
  'learning.refused.MonthOpen': 'Sums and choices are for months that are over. Choose earlier months.',
  'learning.refused.MonthsTaken': 'A sum for one of these months is there already. Correct that one instead.',
  'learning.refused.MonthsTurned': 'The last month is before the first one.',
  'learning.refused.NumberMissing': 'Type how many people there are, in figures.',
  'learning.refused.RunsFewer': 'There cannot be fewer runs than people: each person has one.',
  'learning.refused.FileUnread': 'Choose a file that can be read, or none.',
  'learning.refused.ReasonShort': 'Say in one sentence why nobody is counted twice.',
  'learning.refused.RouteTaken':
    'This organisation is counted in another way in this module and year already. Say why nobody is counted twice, or leave it.',
  'learning.refused.ActivityCounted': 'This module of their system is counted already.',
  'learning.refused.RouteThere': 'This organisation is counted in this way already.',
} as const;

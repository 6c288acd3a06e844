/** Texts of figures: how many learned, month by month. */
export const figures = {
  'learning.figures.title': 'Learners in {year}',
  'learning.figures.loading': 'Fetching the figures',
  'learning.figures.none': 'There is no number for {year} that may be shown yet.',
  'learning.figures.sentence':
    'In {year}, {people, plural, one {# person} other {# people}} of {organisations, plural, one {# organisation} other {# organisations}} finished “{title}”.',
  'learning.figures.nobodyYet': 'There is no number of people who finished “{title}” in {year} that may be shown yet.',
  'learning.figures.asOf':
    'Our own organisation is counted up to {day}, others up to the end of the month that stands with them.',
  'learning.figures.notYet':
    'Not in it yet: later months of {held, plural, one {# organisation} other {# organisations}}, because fewer than 10 would be shown.',
  'learning.figures.byMonth': 'By month, organisation and language',
  'learning.figures.year': 'Year',
  'learning.figures.pictures': 'People who finished for the first time in {year}, by month',
  'learning.figures.picture':
    '{organisation}: {people, plural, one {# person} other {# people}}. Each month stands in the table below.',
  'learning.figures.dashed': 'A dashed frame is held over: fewer than 10 in a column of the table.',
  'learning.figures.inAll': 'In all',
  'learning.figures.organisation': 'Organisation',
  'learning.figures.until': 'Counted up to',
  'learning.figures.began': 'Began',
  'learning.figures.people': 'People finished',
  'learning.figures.completions': 'Runs finished',
  'learning.figures.certificates': 'Certificates made',
  'learning.figures.upTo': 'up to {month}',
  'learning.figures.monthsOf': 'Month by month: {organisation}',
  'learning.figures.months': 'Months',
  'learning.figures.span': '{from} – {until}',
  'learning.figures.later': 'told later',
  'learning.figures.few': 'held over: fewer than 10 in a column',
  'learning.figures.nothing': 'none',
  'learning.figures.languages': 'By language',
  'learning.figures.language': 'Language',
  'learning.figures.own': 'Our own',
  'learning.figures.others': 'All others together, up to {month}',
  'learning.figures.othersNone': 'All others together',
  'learning.figures.how': 'How this is counted',
  'learning.figures.route': 'Known from our own player, by people who gave the code of their organisation.',
  'learning.figures.rule':
    'People count once a year, in the month in which they first finished; who finishes again is one more run. Of other organisations closed months are shown, put together until each number is none or at least 10, so that nobody can be recognised, not even by subtracting. “Told later” means that a number is in one of the next lines.',
  'learning.figures.notIn':
    'Not included: who gave no code, modules taken in other learning systems, and of other organisations the running month and what is held over. Certificates that were revoked later are included.',
  'learning.figures.allLanguages': 'all',
  'learning.figures.module': 'Module',
  'learning.figures.from': 'From',
  'learning.figures.to': 'To',
  'learning.figures.source': 'How it is known',
  'learning.figures.asOfDay': 'As of',
  'learning.figures.note': 'Not included',
  'learning.figures.workshops': 'Workshops',
  'learning.figures.workshopsLead':
    'How many places were used: somebody who came twice counts twice. They are never added to people who finished a module.',
  'learning.figures.presences': 'Places used',
  'learning.figures.ownPeople': 'Our own people',
  'learning.figures.guests': 'Guests of no organisation',
  'learning.figures.workshopsRoute':
    'Known from lists of who was there, kept by whoever led, and by the code of the room.',
  'learning.figures.workshopsHow':
    'Whoever was there but stands on no list is not included. What is corrected after a month was told counts in the month of the correction, or stays.',
  'learning.figures.csv': 'Save as CSV',
  'learning.figures.xlsx': 'Save as Excel',
  'learning.figures.made': 'The file is made and was handed to your browser.',
} as const;

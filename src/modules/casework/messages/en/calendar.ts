/** Texts of casework: days for one's own calendar. */
export const calendar = {
  'casework.calendar.title': 'Days for your own calendar',
  'casework.calendar.open': 'Save days',
  'casework.calendar.warning':
    'Your calendar app will hold these days. So will whoever makes it, and everybody who sees your calendar. An entry says “Baken”, the code name and “date”: not what it is about, no place, no hour, nobody’s name.',
  'casework.calendar.struck':
    'Only days on the person’s side. Save again after something changed: entries move, also where a fact was put right, and what was met is struck out. A day that fell away altogether is struck out when you save from its own case. Not every calendar app does that; look once.',
  'casework.calendar.choices': 'How',
  'casework.calendar.nameOnly': 'Say “Baken” and nothing else',
  'casework.calendar.alarms': 'Let the calendar remind me, 7 days and 1 day before',
  'casework.calendar.none': 'There is no day to save.',
  'casework.calendar.save': '{count, plural, =0 {Save what was struck out} one {Save # day} other {Save # days}}',
  'casework.calendar.saved': 'Saved. Open the file with your calendar, then remove the file.',
  'casework.calendar.date': 'date',
} as const;

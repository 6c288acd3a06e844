/** What people who signed up are told by mail. Nothing in it says what the training is, where it is or who else comes. */
export const en = {
  'gatherings.mail.title': 'Training',
  'gatherings.mail.when': '{day}, {from} to {to} (time in the Netherlands)',
  'gatherings.mail.summerTime': '{time} summer time',
  'gatherings.mail.winterTime': '{time} winter time',
  'gatherings.mail.place.subject': 'You have a place',
  'gatherings.mail.place.text': 'You have a place. It is in the calendar file of this mail too.',
  'gatherings.mail.offer.subject': 'A place has become free for you',
  'gatherings.mail.offer.text':
    'A place has become free and is kept for you until {day}, {time}. Take it on the page below, or say there that somebody else may have it.',
  'gatherings.mail.waiting.subject': 'You are on the waiting list',
  'gatherings.mail.waiting.text': 'There is no place free now. You are on the waiting list, and are told when one is.',
  'gatherings.mail.left.subject': 'You are not signed up any more',
  'gatherings.mail.left.text': 'You are not signed up any more. If that is a mistake, sign up again.',
  'gatherings.mail.let-pass.subject': 'The place has gone to somebody else',
  'gatherings.mail.let-pass.text':
    'The place that was kept for you was not taken in time and has gone to the next. You may sign up again.',
  'gatherings.mail.cancelled.subject': 'It does not take place',
  'gatherings.mail.cancelled.text': 'It was cancelled and does not take place.',
  'gatherings.mail.reminder.subject': 'There is something for you in Baken',
  'gatherings.mail.reminder.text': 'There is something for you on your page:',
  'gatherings.mail.page': 'Where it is, what has changed, and the way to leave:',
} as const;

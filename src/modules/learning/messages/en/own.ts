/** Texts about the own learning: going on elsewhere, what is kept, and taking it back. */
export const own = {
  'learning.own.title': 'Your learning',
  'learning.own.loading': 'Looking at what is kept',
  'learning.own.nobody':
    'The server knows nobody in this browser. What you did in a module without being counted lies in this browser alone.',
  'learning.own.resume': 'Go on here',
  'learning.own.code': 'Your code',
  'learning.own.codeHint':
    'Twelve letters and figures, such as 7KM2-QXA9-4T0C. The browser in which you began shows one.',
  'learning.own.resumeNow': 'Go on with this code',
  'learning.own.asking': 'Asking',
  'learning.own.kept': 'What is kept of you',
  'learning.own.for': 'You are counted for {organisation}, without a name.',
  'learning.own.listed': 'You are counted for {organisation}, which knows you as “{label}”.',
  'learning.own.colleague': 'You are counted as somebody of {organisation}, with your account.',
  'learning.own.browsers': '{count, plural, one {One browser reaches} other {# browsers reach}} what you did.',
  'learning.own.run':
    '{course}: begun on {begun}, last step on {changed}, {count, plural, one {# step} other {# steps}} as codes of what you saw and chose.',
  'learning.own.done':
    '{course}, version {version}: finished on {day}. {count, plural, =0 {No certificate was made.} one {One certificate was made.} other {# certificates were made.}}',
  'learning.own.doneByReceipt':
    '{course}, version {version}: counted by a receipt on {day}. {count, plural, =0 {No certificate was made.} one {One certificate was made.} other {# certificates were made.}}',
  'learning.own.revoked':
    '{course}: a certificate was revoked on {day}. Reason: {reason}. Whoever checks it is told so, and its badge does not hold either.',
  'learning.own.keptElse':
    'How stories before and after the module were judged is kept apart, in numbers, under a code that is not shown to anybody, for two years. What you wrote in reflections was never kept.',
  'learning.own.json': 'Save all of it as a file (JSON)',
  'learning.own.text': 'Save it as a text to read',
  'learning.own.go': 'To the module',
  'learning.own.elsewhere': 'Go on in another browser',
  'learning.own.elsewhereLead':
    'With a code you go on where you were, on another device or after this browser forgot you. Both may go on; what you do is joined. With it you can also take everything back.',
  'learning.own.codeOnce': 'It is shown once. Write it down; whoever has it can go on as you and see what you chose.',
  'learning.own.codeUntil': 'You have a code that opens until {day}.',
  'learning.own.draw': 'Make a code',
  'learning.own.drawAnew': 'Make a new code; the one before opens nothing any more',
  'learning.own.forget': 'Take everything back',
  'learning.own.forgetLead':
    'Every step, your label and your code are deleted at once, in every browser. That somebody finished stays as a number; certificates can still be checked. It cannot be undone.',
  'learning.own.forgetColleague': 'What is asked of your roles rests on your proofs: they stay with your account.',
  'learning.own.forgetNow': 'Take it back',
  'learning.own.forgetSure': 'Yes, delete all of it',
  'learning.own.forgetByCode': 'Take everything back with a code alone',
  'learning.own.forgetCode': 'Code of what is to be deleted',
  'learning.own.gone': 'Deleted',
  'learning.own.goneLead': 'Everything was deleted. Numbers stay, without you.',
  'learning.own.devices': 'On other devices',
  'learning.own.endOthers': 'End it on other devices',
  'learning.own.endOthersLead':
    'Lost a phone, or used a browser that is not yours? Then no other browser reaches what you did any more. This one stays, and nothing is deleted.',
  'learning.own.endedOthers': 'Done: only this browser reaches what you did.',
  'learning.own.codeOpens':
    'Whoever has your code can still go on as you. If somebody may have seen it, make a new one below.',
  'learning.own.nobodyByLetter':
    'The letter is about something you learned, and this browser does not open it: it was another browser, its time of half a year without a step is over, or it forgot you. With your code you go on here.',
  'learning.own.noCode': 'I have no code',
  'learning.own.noCodeLead':
    'We know neither your name nor anything else to find you by, so nobody here can give you another code. This can be done:',
  'learning.own.noCodeBrowser':
    'Open this page in the browser in which you learned. If it still knows you, it makes a code.',
  'learning.own.noCodeInvited':
    'If you were invited, your link opens nothing more. Whoever invited you can take you off their list and invite you anew, under the same label if they like. You then begin the module anew, and their list no longer shows what you had finished.',
  'learning.own.noCodeCounted':
    'What you finished stays counted, and a certificate that you kept can still be checked.',
  'learning.own.noCodeLetters': 'By the link in a letter you can stop letters, without a code.',
  'learning.refused.ResumeUnreadable': 'This is no code to go on: it has twelve letters and figures. Look at it again.',
  'learning.refused.ResumeUnknown':
    'This code opens nothing: it was replaced by a newer one, has ended, or what it opened was taken back.',
  'learning.remind.title': 'Be reminded by mail',
  'learning.remind.none': 'This installation sends no mail.',
  'learning.remind.code':
    'This browser opens the page for half a year. Draw a code below as well and keep it: then a letter that comes later leads you back to what you learned.',
  'learning.remind.lead':
    'A letter comes 60 and 14 days before something is to be done, and on that day. It says “There is something for you in Baken” and never what. A mail address tells who you are: use one that does not show your name. It is kept sealed, is used for nothing else, and is deleted when you stop, or 30 days after what it is for has ended.',
  'learning.remind.mail': 'Mail address',
  'learning.remind.ask': 'Remind me',
  'learning.remind.asked':
    'A letter is on its way to {masked}. Say yes by the link in it within 7 days; until then nothing else is sent.',
  'learning.remind.on': 'You are reminded at {masked}.',
  'learning.remind.stop': 'Stop, and delete the address',
  'learning.remind.letter': 'The letter that brought you here',
  'learning.remind.question': 'Do you want to be reminded at this address?',
  'learning.remind.yes': 'Yes, remind me',
  'learning.remind.no': 'No letters any more',
  'learning.remind.said.remind': 'You will be reminded.',
  'learning.remind.said.stop': 'No letter comes any more. The address was deleted.',
  'learning.refused.MailNotSent': 'This installation sends no mail.',
  'learning.refused.ReminderUnknown': 'The address of this letter is not kept any more: no letter comes.',
} as const;

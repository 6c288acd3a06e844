/** English words of the player; those of a course are in its files. */
export const en = {
  'learning.loading': 'Fetching the module',
  'learning.unknown': 'There is no such module here',
  'learning.unreachable': 'The module could not be fetched. Are you online?',
  'learning.tryAgain': 'Try again',
  'learning.unfinished':
    'This is an unfinished version ({version}): scenes are still missing, nobody has signed it off yet, and there is no certificate.',

  'learning.head.help': 'Help',
  'learning.head.leave': 'Leave',
  'learning.head.scene': 'Scene {number} of {of}',
  'learning.head.through': 'You came to the end',
  'learning.kept.here': 'How far you are is kept on this device. You can stop at any moment.',
  'learning.kept.at': 'Kept on this device at {time}',
  'learning.kept.failed':
    'Not kept: this browser keeps nothing for this page, perhaps because the window is private. You can go on; after closing the page you begin anew.',

  'learning.scene.minutes': 'About {minutes, number} minutes',
  'learning.scene.back': 'Back: {title}',
  'learning.scene.next': 'Go on: {title}',
  'learning.scene.end': 'To the end',

  'learning.workplace.question': 'Where do you meet people?',
  'learning.workplace.hint': 'Only for examples from there. You may leave it open; it is not sent.',

  'learning.figure.inWords': 'The picture in words',
  'learning.dialogue.next': 'Next line',
  'learning.dialogue.all': 'Show all lines',

  'learning.check.several': 'More than one may be right.',
  'learning.check.check': 'Check',
  'learning.check.show': 'Show me',
  'learning.check.chooseFirst': 'Choose first.',
  'learning.check.right': 'That is right.',
  'learning.check.notYet': 'Not quite. You can try as often as you like.',
  'learning.check.found': '{found} of {all} found.',
  'learning.check.fits': 'Right.',
  'learning.check.fitsNot': 'Not right.',
  'learning.sort.found': '{found} of {all} are where they belong.',
  'learning.sort.fits': 'It belongs there.',
  'learning.sort.fitsNot': 'It belongs elsewhere.',

  'learning.reflection.stays': 'What you write stays on this screen: it is not kept and not sent. Name nobody.',
  'learning.reflection.copy': 'Copy my words',
  'learning.reflection.copied': 'Copied.',
  'learning.reflection.notCopied': 'The browser did not let us copy. Mark the words and copy them yourself.',
  'learning.reflection.print': 'Print this scene',

  'learning.source.title': 'Where this comes from',
  'learning.source.mark': 'Source {number}',
  'learning.source.read': 'Last read on {day}.',

  'learning.toDo.summary': 'What is still to do',
  'learning.done.summary': 'Everything is done',
  'learning.toDo.seen': 'See “{title}” to its end.',
  'learning.toDo.right': 'Answer {right, plural, one {# question} other {# questions}} right; you have {done}.',
  'learning.toDo.met': 'Done.',
  'learning.toDo.open': 'Open.',
  'learning.toDo.go': 'Go to “{title}”',
  'learning.toDo.again': 'Start again',
  'learning.toDo.againHint':
    'Starting again keeps what you did before on this device. Forgetting takes all of it away; the history of your browser you clear yourself.',
  'learning.toDo.forget': 'Forget everything on this device',

  'learning.end.title': 'You came to the end',
  'learning.end.lead': 'Below you see what is still to do before the module is complete.',
  'learning.end.complete': 'You have done everything there is',
  'learning.end.completeLead': 'Thank you for your time. Come back to any scene whenever you like.',
  'learning.end.first': 'To the first scene',
} as const;

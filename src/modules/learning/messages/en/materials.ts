/** Texts about what is given out at workshops. */
export const materials = {
  'learning.materials.title': 'To give out',
  'learning.materials.lead':
    'Whoever has the code of the session reads what you choose here, without an account. Put in nothing about people you work with, and no names.',
  'learning.materials.none': 'Nothing is attached to this workshop yet.',
  'learning.materials.version': 'version {version}',
  'learning.materials.shown': 'Participants read “{title}”',
  'learning.materials.shown.never': 'Not in this session',
  'learning.materials.shown.before': 'From now on',
  'learning.materials.shown.after': 'When the session is over',
  'learning.materials.older': 'This session keeps version {version}; the newest is {newest}.',
  'learning.materials.takeNewest': 'Give out the newest',
  'learning.materials.newVersion': 'Attach a new version',
  'learning.materials.remove': 'Remove',
  'learning.materials.removeLead': 'It goes with all its versions, also for sessions that were given it.',
  'learning.materials.add': 'Attach a file',
  'learning.materials.name': 'What it is called',
  'learning.materials.nameHint': 'As participants read it.',
  'learning.materials.file': 'File',
  'learning.materials.fileHint': 'PDF, DOCX, ODT, XLSX, picture or plain text, 10 MB at most.',
  'learning.materials.attach': 'Attach it',
  'learning.materials.attachVersion': 'Attach as a new version',
  'learning.materials.fromPack': 'Choose a page of the facilitator pack',
  'learning.materials.page': 'Page',
  'learning.materials.pageHint': 'As it stands today, in every language of the pack. Nothing is uploaded.',
  'learning.materials.addPage': 'Attach this page',
  'learning.materials.code': 'Code of the session',
  'learning.materials.codeLead':
    'Participants open a page with this code until 30 days after the session. Nobody is told who read what.',
  'learning.materials.picture': 'Code to scan for what is given out',
  'learning.materials.once': 'It is shown this once. A new one ends it.',
  'learning.materials.draw': 'Draw a code',
  'learning.materials.drawAnew': 'Draw a new code',
  'learning.refused.MaterialChanged':
    'Somebody else attached a version meanwhile. Load the page anew and look at it first.',
  'learning.refused.FileNotAllowed':
    'This file is not taken: its kind is not allowed, it is locked, or what is in it does not fit its name.',
  'learning.refused.MaterialsFull':
    'There is as much as fits: 30 files, 30 versions of each, and 100 MB in all for one workshop.',
  'learning.refused.MaterialTooLarge': 'The file is larger than 10 MB.',
  'learning.refused.PageUnknown': 'The pack has no such page.',
} as const;

/** What badges say of themselves, for whoever reads them in another program. */
export const badges = {
  'learning.badge.description': 'Finished the module “{title}” (about {minutes, number} minutes, version {version}).',
  'learning.badge.draft': 'It was a draft of the module: not everybody who has to had read and signed it.',
  'learning.badge.quoted': '“{title}”',
  'learning.badge.seen': '{count, plural, one {This scene was} other {These scenes were}} seen to the end: {titles}.',
  'learning.badge.decided':
    '{count, plural, one {The decision of this scene was} other {The decisions of these scenes were}} brought to an ending: {titles}.',
  'learning.badge.right':
    'In one round at least {right, plural, one {# question was} other {# questions were}} answered right, with as many tries as needed.',
  'learning.badge.passable': 'What the module announces as heavy may have been passed by, as it offers.',
  'learning.badge.ruleUnknown': 'Everything was done that this version of the module asks for.',
  'learning.badge.criteria':
    'Nobody checked who sat before the screen. It says that somebody did the module: it is no proof of competence, and no permission to do anything. Whose it is, the badge does not say: its holder shows the certificate with the same code.',
} as const;

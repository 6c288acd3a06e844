/** What badges say of themselves, for whoever reads them in another program. */
export const badges = {
  'learning.badge.description': 'Finished the module “{title}” (about {minutes, number} minutes, version {version}).',
  'learning.badge.draft': 'It was a draft of the module: not everybody who has to had read and signed it.',
  'learning.badge.criteria':
    'Every required scene was seen to its end, every decision brought to an ending, and the questions at the end were answered as the module asks, with as many tries as needed. Nobody checked who sat before the screen. It says that somebody did the module: it is no proof of competence, and no permission to do anything. Whose it is, the badge does not say: its holder shows the certificate with the same code.',
} as const;

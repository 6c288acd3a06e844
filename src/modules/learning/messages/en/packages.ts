/** Texts of packages: a module for other learning systems, or to open from disk. */
export const packages = {
  'learning.package.title': 'Make a package of the module',
  'learning.package.lead':
    'The whole module in one file, with the numbers and people of this organisation. Nothing in it asks a server; what is learned with it is not counted here.',
  'learning.package.format': 'For what',
  'learning.package.format.web': 'To open from disk',
  'learning.package.hint.web': 'a folder: unpack it and open index.html',
  'learning.package.format.scorm12': 'For a learning system (SCORM 1.2)',
  'learning.package.hint.scorm12': 'the system keeps how far somebody is, and who passed',
  'learning.package.format.scorm2004': 'For a learning system (SCORM 2004)',
  'learning.package.hint.scorm2004': 'the same for newer systems: it is told apart who finished and who passed',
  'learning.package.language': 'Language',
  'learning.package.notReady': 'It may not be used to train people yet:',
  'learning.package.fault.not-signed': 'Not signed: {role}',
  'learning.package.fault.slot-empty': 'Not filled in: {slot}',
  'learning.package.fault.slot-overdue': 'Looked at too long ago: {slot}',
  'learning.package.asDraft': 'Make it all the same, to try it out',
  'learning.package.make': 'Make the package',
  'learning.package.making': 'Making it',
  'learning.package.made': 'The package is made and was handed to your browser.',
  'learning.refused.NotReady': 'It is not ready. To try it out, say so above.',
} as const;

/** Texts of packages: a module for other learning systems, or to open from disk. */
export const packages = {
  'learning.package.title': 'Make a package of the module',
  'learning.package.lead':
    'The whole module in one file, with the numbers and people of this organisation. Nothing in it asks a server. Where no learning system keeps what is learned with it, it ends with a receipt of 20 signs, which is counted under “Count a receipt”.',
  'learning.package.format': 'For what',
  'learning.package.format.web': 'To open from disk',
  'learning.package.hint.web': 'a folder: unpack it and open index.html',
  'learning.package.format.scorm12': 'For a learning system (SCORM 1.2)',
  'learning.package.hint.scorm12': 'the system keeps how far somebody is, and who passed',
  'learning.package.format.scorm2004': 'For a learning system (SCORM 2004)',
  'learning.package.hint.scorm2004': 'the same for newer systems: it is told apart who finished and who passed',
  'learning.package.format.cmi5': 'For a learning system (cmi5)',
  'learning.package.hint.cmi5': 'for systems with a record store: what was done is said in statements',
  'learning.package.language': 'Language',
  'learning.package.notReady': 'It may not be used to train people yet:',
  'learning.package.fault.not-signed': 'Not signed: {role}',
  'learning.package.fault.slot-empty': 'Not filled in: {slot}',
  'learning.package.fault.slot-overdue': 'Looked at too long ago: {slot}',
  'learning.package.asDraft': 'Make it all the same, to try it out',
  'learning.package.make': 'Make the package',
  'learning.package.making': 'Making it',
  'learning.package.inEarnest': 'People learn with it: its receipts count',
  'learning.package.inEarnestHint':
    'Without this it is a trial: it gives no receipts, and nobody who does it is counted.',
  'learning.package.madeTrial':
    'The package is made and was handed to your browser. It is a trial: it gives no receipts.',
  'learning.package.made': 'The package is made and was handed to your browser.',
  'learning.package.exports': 'Packages that were made',
  'learning.package.exportsLead':
    'What makes receipts lies in the file: whoever has it could make receipts of their own. If one got into wrong hands, take its receipts no more. What was counted stays.',
  'learning.package.export': '{number}: “{title}”, version {version}, {language}. {format}. Made on {day}.',
  'learning.package.end': 'Take no more receipts of {number}',
  'learning.package.endWhat':
    'Receipts of this package that nobody has counted yet are refused from now on, also genuine ones. The same package made anew gets another number.',
  'learning.package.endYes': 'Yes, take no more receipts of {number}',
  'learning.package.ended': 'Its receipts are taken no more since {day}.',
  'learning.refused.NotReady': 'It is not ready. To try it out, say so above.',
} as const;

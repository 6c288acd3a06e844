/** Texts of packages from elsewhere: bringing them, opening them, and what was found in them. */
export const play = {
  'learning.organise.part.packages': 'From elsewhere',
  'learning.packages.title': 'Courses from elsewhere',
  'learning.packages.lead':
    'Courses that somebody else made. How far you are in them only you see; that you have done one is kept.',
  'learning.packages.loading': 'Fetching courses',
  'learning.packages.none': 'No course from elsewhere has been imported yet.',
  'learning.packages.list': 'Courses',
  'learning.packages.all': 'All of them',
  'learning.packages.way': 'Way to this page',
  'learning.packages.unknown': 'A course that was removed',
  'learning.packages.toCourse': 'To the course',
  'learning.packages.kind.scorm12': 'SCORM 1.2',
  'learning.packages.kind.scorm2004': 'SCORM 2004',
  'learning.packages.kind.cmi5': 'cmi5',
  'learning.packages.parts': '{count, plural, one {# part} other {# parts}}',
  'learning.packages.brought': '. {size} MB, imported on {day} by {by}',
  'learning.packages.warnings': '{count, plural, one {# thing to know} other {# things to know}}',
  'learning.packages.more': 'and {count} more',
  'learning.packages.state.new': 'Not begun',
  'learning.packages.state.begun': 'Begun',
  'learning.packages.state.done': 'Done',
  'learning.packages.state.failed': 'Not passed',
  'learning.packages.doneOn': 'Done on {day}.',
  'learning.packages.import': 'Import a course',
  'learning.packages.importLead':
    'It is looked into before it is kept. It runs in a frame of its own, from which it reaches nothing of this workspace and nothing on the internet.',
  'learning.packages.file': 'File',
  'learning.packages.fileHint':
    'SCORM 1.2, SCORM 2004 or cmi5, a ZIP of 200 MB at most; or the course structure of cmi5 (XML).',
  'learning.packages.importNow': 'Import',
  'learning.packages.sending': 'Sending, {part}%',
  'learning.packages.taken': '“{title}” is imported.',
  'learning.packages.notTaken': '“{title}” is not imported:',
  'learning.packages.remove': 'Remove',
  'learning.packages.removeLead':
    'Its files go, and so does how far people are in it. Whoever has done it keeps that. This cannot be undone.',
  'learning.packages.removeSure': 'Yes, remove',
  'learning.packages.removeNot': 'No, keep it',
  'learning.packages.partsTitle': 'Parts',
  'learning.packages.open': 'Open',
  'learning.packages.goOn': 'Go on',
  'learning.packages.opening': 'Opening',
  'learning.packages.leave': 'Save and leave',
  'learning.packages.leaving': 'Saving',
  'learning.packages.anew': 'Open it again',
  'learning.packages.keeping.kept': 'Saved',
  'learning.packages.keeping.keeping': 'Saving',
  'learning.packages.keeping.waiting': 'Not saved yet: no connection',
  'learning.packages.keeping.stopped': 'Not saved',
  'learning.packages.whyNot': 'Why is it not done?',
  'learning.packages.whyDone': 'What the course has said',
  'learning.packages.onlyItKnows': 'Only the course itself knows whether you have done it. This is what it has said.',
  'learning.packages.thenSaid': 'When it was done:',
  'learning.packages.notOpened': 'You have not opened this part yet.',
  'learning.packages.noCompletion': 'It has not said that you have finished.',
  'learning.packages.noSuccess': 'It has not said whether you passed.',
  'learning.packages.noScore': 'It has given no score.',
  'learning.packages.saysCompletion': 'It says: {word}.',
  'learning.packages.saysSuccess': 'It says: {word}.',
  'learning.packages.saysScore': 'Score: {score}.',
  'learning.packages.word.completed': 'finished',
  'learning.packages.word.incomplete': 'not finished',
  'learning.packages.word.browsed': 'looked at only',
  'learning.packages.word.not-attempted': 'not begun',
  'learning.packages.word.passed': 'passed',
  'learning.packages.word.failed': 'not passed',
  'learning.packages.whatThen':
    'Go through it to its end, and leave with “Save and leave”. If it still says nothing, tell a coordinator: they can record that you did it.',
  'learning.packages.problem.nothing-to-convert':
    'Nothing in the cartridge can be taken over: it has no page and no quiz whose questions are chosen from options.',
  'learning.packages.problem.not-converted': 'A part of the cartridge was not taken over.',
  'learning.packages.problem.licence-forbids':
    'Its licence does not allow that anything is made of it. Ask its makers.',
  'learning.packages.problem.not-yet-playable':
    'Nothing is wrong with the file, but courses of this kind cannot be opened here yet. Ask for SCORM or cmi5.',
  'learning.packages.problem.not-yet-playable-h5p':
    'Nothing is wrong with the file, but H5P is not played here: the licence of the program that plays it does not allow it to be built in. Programs in which H5P is made can often save it as SCORM, which opens here. What it asks can also be written anew under “Writing courses”.',
  'learning.packages.problem.not-yet-playable-common-cartridge':
    'Nothing is wrong with the file, but a Common Cartridge is not played as it is. Whoever writes courses opens it under “Writing courses”: its pages and quizzes become a draft there.',
  'learning.packages.problem.h5p-json': 'A file of the package is no readable JSON.',
  'learning.packages.problem.h5p-schema': 'A description in the package lacks something, or says it in the wrong form.',
  'learning.packages.problem.h5p-library-name': 'A folder or language file of a library is not called as it must be.',
  'learning.packages.problem.h5p-library-missing':
    'A library that the package needs is not in it. Ask for the whole package.',
  'learning.packages.problem.h5p-file-missing':
    'A file that the package needs is not in it. Ask for the whole package.',
  'learning.packages.problem.h5p-core-too-new':
    'A library of the package needs a newer player than there was when this was written.',
  'learning.packages.problem.not-a-zip': 'This is no ZIP file, or it is damaged. Ask for the package again.',
  'learning.packages.problem.encrypted': 'A file in it is encrypted. Ask for the package without a password.',
  'learning.packages.problem.unsafe-path':
    'A file has a name that leads out of the package. Ask the supplier to pack it anew.',
  'learning.packages.problem.link-entry':
    'There is a link or a device in it instead of a file. Ask the supplier to pack it anew.',
  'learning.packages.problem.duplicate-entry':
    'Two files of the package have the same name. Ask the supplier to pack it anew.',
  'learning.packages.problem.too-many-files': 'There are more than 5,000 files in the package.',
  'learning.packages.problem.too-large': 'The package is too large: 200 MB at most, and 500 MB unpacked.',
  'learning.packages.problem.too-dense':
    'A file would grow too much when it is unpacked, as files do that are meant to do harm.',
  'learning.packages.problem.corrupt-entry': 'A file is not as the package says it is. Ask for the package again.',
  'learning.packages.problem.no-manifest':
    'The package has no manifest, so nobody knows where it begins. Is it a course for a learning system?',
  'learning.packages.problem.manifest-not-at-root':
    'The manifest does not lie at the top of the package: pack the contents of the folder, not the folder.',
  'learning.packages.problem.manifest-empty': 'The manifest is empty. Ask the supplier to check it.',
  'learning.packages.problem.manifest-invalid': 'The manifest cannot be read. Ask the supplier to check it.',
  'learning.packages.problem.xml-doctype':
    'The manifest has a document type, which can hide things. Ask for one without.',
  'learning.packages.problem.aicc-not-supported': 'AICC packages are not taken. Ask for SCORM or cmi5.',
  'learning.packages.problem.nothing-to-launch': 'There is nothing in the package that could be opened.',
  'learning.packages.problem.launch-file-missing':
    'A part of the course has no file to begin with. Ask the supplier for a whole package.',
  'learning.packages.problem.unknown-kind':
    'It does not say which standard it follows, or follows one that is not known here.',
  'learning.packages.problem.cmi5-iri':
    'An id in the course structure is no whole address. Ask the supplier to check it.',
  'learning.packages.problem.cmi5-duplicate-id': 'Two parts of the course structure have the same id.',
  'learning.packages.problem.cmi5-url-invalid': 'The address of a part is none.',
  'learning.packages.problem.cmi5-relative-url':
    'A part lies in a package that did not come along. Import the whole package.',
  'learning.packages.problem.cmi5-reserved-parameter': 'The address of a part holds what only we may add to it.',
  'learning.packages.problem.cmi5-schema':
    'The course structure is not as the standard wants it. Ask the supplier to check it.',
  'learning.packages.problem.file-missing': 'The manifest lists files that are not in the package.',
  'learning.packages.problem.no-organization':
    'The package does not say in which order its parts come; each is taken by itself.',
  'learning.packages.problem.svg-with-script': 'A drawing holds a script, which is not run.',
  'learning.packages.problem.cross-frame':
    'Pages of the package reach into each other. That needs a host of its own, which this installation does not have: it cannot be opened.',
  'learning.packages.problem.sequencing-ignored': 'Rules for the order of parts are not followed; the order itself is.',
  'learning.packages.problem.remote-activity': 'A part lies on another server. It is left out.',
  'learning.packages.problem.large': 'The package is large: on a phone it takes long to fetch.',
  'learning.packages.problem.other': 'Something about the package is not right.',
  'learning.refused.FileMissing': 'Choose a file.',
  'learning.refused.FileTooLarge': 'The file is larger than 200 MB.',
  'learning.refused.FileUnreadable': 'The file could not be read. Choose it again.',
  'learning.refused.PieceWrong': 'The file did not come over whole. Import it again.',
  'learning.refused.PackageTaken': 'This file is here already. Choose it again to import it once more.',
  'learning.refused.NeedsOwnHost':
    'Pages of this course reach into each other. That needs a host of its own (BAKEN_PACKAGE_ORIGIN), which this installation does not have. It cannot be opened here.',
  'learning.refused.LiesElsewhere': 'This part lies on another server. It cannot be opened here.',
  'learning.refused.OpeningOver': 'This opening is over. What was saved is kept: open the course again to go on.',
  'learning.refused.PlayedElsewhere':
    'You went on with this course on another device or in another window, and what was saved there is newer. Nothing here is saved any more. Open it again to go on from there.',
} as const;

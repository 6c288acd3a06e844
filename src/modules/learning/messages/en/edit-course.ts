/** Texts of the editor for what holds for a whole course, and for one from nothing. */
export const editCourse = {
  'learning.edit.fresh': 'A course from nothing',
  'learning.edit.freshBegin': 'Begin a new course',
  'learning.edit.freshLead':
    'It begins with a title, one scene and one text. The check says what is still missing, step by step.',
  'learning.edit.freshBy': 'Who makes it (your society or programme)',
  'learning.edit.freshLanguage': 'Language it is written in first',
  'learning.edit.freshNow': 'Begin this course',
  'learning.edit.rule': 'When the course is done',
  'learning.edit.ruleLead':
    'Choose what counts. Somebody has done the course when all of it is met; the order of the rest does not matter. Tries are never counted.',
  'learning.edit.rule.seen': 'See “{title}” to its end',
  'learning.edit.rule.decided': 'Bring the decision in “{title}” to an ending ({block})',
  'learning.edit.rule.right': 'Right answers in one round of the bank {bank}',
  'learning.edit.rule.drawn':
    '{most, plural, =0 {Nobody is asked a question of it yet.} one {Everybody is asked # question in a round. 0 means that it does not count.} other {Everybody is asked # questions in a round. 0 means that it does not count.}}',
  'learning.edit.rule.heavy': 'Something heavy stands here. Who passes it by, as it is offered, has met this too.',
  'learning.edit.rule.asRead': 'As a learner reads it:',
  'learning.edit.workplaces': 'Workplaces',
  'learning.edit.workplacesLead':
    'Each learner chooses one at the start. Blocks may be for some of them alone. Without any, all learners see the same.',
  'learning.edit.addWorkplace': 'Add a workplace',
  'learning.edit.languages': 'Languages',
  'learning.edit.languagesLead':
    'The course is written in {language}. Every other language has all of its texts before anybody learns in it.',
  'learning.edit.newLanguage': 'One more language',
  'learning.edit.newLanguageHint': 'All of its texts stand there empty until somebody writes them.',
  'learning.edit.addLanguage': 'Add the language',
  'learning.edit.missing':
    '{missing, plural, =0 {all {all} texts are there} one {# of {all} texts is missing} other {# of {all} texts are missing}}',
  'learning.edit.removeLanguageLead':
    '{count, plural, one {# text in {language} goes} other {# texts in {language} go}}, with all that was noted about the translation. Download the course first if you may need them.',
  'learning.edit.writeBeside': 'Show it beside the texts',
  'learning.edit.licence.CC-BY-SA-4.0': 'may be adapted, stays free',
  'learning.edit.licence.CC-BY-4.0': 'may be adapted, names who made it',
  'learning.edit.licence.CC-BY-NC-SA-4.0': 'no trade, may be adapted, stays free',
  'learning.edit.licence.CC-BY-NC-4.0': 'no trade, may be adapted',
  'learning.edit.licence.CC-BY-ND-4.0': 'may be passed on, not adapted',
  'learning.edit.licence.CC0-1.0': 'everything may be done with it',
  'learning.edit.licenceHint': 'Under which terms others may use it.',
  'learning.edit.licenceKept': 'An adaptation stays under the licence of its original where that asks for it.',
  'learning.edit.pictureLicenceHint': 'As it is written with the picture: CC-BY-4.0, CC0-1.0 and so on.',
  'learning.edit.reason': 'Why this word stays',
  'learning.edit.reasonHint': 'In a sentence, for whoever signs the course.',
  'learning.edit.retake': 'Must people who did an earlier version do it again?',
  'learning.edit.retake.no': 'No, what they learned is enough',
  'learning.edit.retake.yes': 'Yes, from a day on',
  'learning.edit.retake.from': 'From',
  'learning.edit.stories': 'Stories',
  'learning.edit.storiesHint':
    'The same form is told before learning in one place and judged again after it in another, where each story is explained.',
  'learning.edit.stories.here': 'They are told here, before learning',
  'learning.edit.stories.after': 'After learning: those of “{title}” ({block})',
  'learning.edit.newBank': 'Put it into a new bank',
  'learning.edit.refused.StillUsed':
    'Blocks are shown at this workplace alone. Show them to others, or remove them, first.',
  'learning.edit.refused.Signed': 'This version is signed and stays as it was read. Raise its number first.',
  'learning.refused.CourseNameWanted': 'Give the course a title with letters in it, and say who makes it.',
  'learning.edit.signatures': 'Who has read version {version}',
  'learning.edit.signaturesLead':
    'A signature says that somebody of this role has read all of this version in one language, and has no objection left. It holds for this version alone: a signed version is not changed any more.',
  'learning.edit.signaturesNot':
    'Without all four in a language, the course stays a draft there and says so to whoever opens it. A signature does not publish anything. It never carries a name: who wrote it down stands in the log.',
  'learning.edit.unsigned': 'Nobody has signed this version yet.',
  'learning.edit.signedBefore':
    '{count, plural, one {# signature stands} other {# signatures stand}} under other versions.',
  'learning.edit.signedByCoordinators':
    'Coordinators write signatures down, so that nobody signs alone what they wrote.',
  'learning.edit.waitedFor': 'not read yet',
  'learning.edit.unsign': 'Take it back',
  'learning.edit.unsignStepUp': 'This signature goes: {named}.',
  'learning.edit.signLanguage': 'Language that was read',
  'learning.edit.signRole': 'Who has read it',
  'learning.edit.signWaiting': 'Nobody has read it yet; the remark says why',
  'learning.edit.signRemark': 'Remark: what was read, and how',
  'learning.edit.signWhyNot': 'Why it was not read yet',
  'learning.edit.signRemarkHint': 'It stands in the files of the course for everybody to read. No names.',
  'learning.edit.sign': 'Write the signature down',
  'learning.edit.signStepUp': 'You write down that this version was read. Afterwards it is not changed any more.',
  'learning.edit.signedVersion':
    'Version {version} is signed and stays as it was read. To go on writing, begin the next one; it has no signatures yet.',
  'learning.edit.raise': 'Go on as version {version}',
  'learning.refused.VersionSigned': 'This version is signed and stays as it was read. Raise its number first.',
  'learning.refused.SignaturesNotYours': 'Signatures are written down under “Is it ready?”, by whoever may.',
  'learning.refused.DraftUnreadable': 'Files of this draft cannot be read.',
  'learning.refused.LanguageUnknown': 'The course does not have that language.',
  'learning.refused.RemarkWanted': 'Say in the remark what was read, or why not yet.',
} as const;

/** Texts of the licence to teach. */
export const teaching = {
  'learning.training.part.teach': 'Who may teach',
  'learning.licence.toTeach': 'Teaching: {course}',
  'learning.licence.held': 'May teach until {day}',
  'learning.licence.lapsed': 'Ended on {day}',
  'learning.licence.missing': 'On the way',
  'learning.licence.lacks.course': 'The module, still valid',
  'learning.licence.lacks.training': 'The day for trainers',
  'learning.licence.lacks.sessions':
    '{count, plural, one {# session taught together and signed} other {# sessions taught together and signed}}',
  'learning.licence.what':
    'A licence opens the facilitator pack. Each session that you teach before it ends makes it last as long again from that day.',
  'learning.licence.toSign': 'Sessions you may sign',
  'learning.licence.toSignLead':
    'You taught these together. Sign only when you watched your colleague teach and it went well. It can be taken back for 30 days after the session.',
  'learning.licence.signed': 'Sessions you signed',
  'learning.licence.signedLead': 'A signature can be taken back for 30 days after the session; later it stays.',
  'learning.licence.takeBack': 'Take back',
  'learning.licence.takeBackStepUp': 'You take back that you signed for {name}. A licence earned by it ends.',
  'learning.licence.sign': 'Sign',
  'learning.licence.signStepUp': 'You sign that {name} taught this session well.',
  'learning.licence.noRule': 'Nobody has said yet what it takes to teach a module.',
  'learning.licence.nobody': 'Nobody holds a licence or is on the way to one.',
  'learning.licence.ruleSays':
    'The module, the day for trainers, and {count, plural, =0 {no signed session} one {# signed session} other {# signed sessions}}. It lasts {months, plural, one {# month} other {# months}} and goes on by teaching.',
  'learning.licence.rule': 'Say what it takes',
  'learning.licence.ruleLead':
    'Who may teach is computed by it from now on. A stricter rule can end a licence, and a milder one can begin it.',
  'learning.licence.ruleCourse': 'Module',
  'learning.licence.rulePart': 'The day for trainers counts as',
  'learning.licence.rulePartHint': 'A part of a programme. A workshop that counts as it keeps who was there.',
  'learning.licence.ruleSessions': 'Sessions taught together and signed',
  'learning.licence.ruleMonths': 'Months that a licence lasts',
  'learning.licence.ruleCourseMonths': 'Months that the module counts for trainers',
  'learning.licence.ruleCourseMonthsHint': 'Empty: for ever.',
  'learning.licence.give': 'Give a licence to one of the first',
  'learning.licence.giveLead':
    'For the first two trainers, for whom nobody can sign yet. They need the module too. It stands under your name and cannot be taken back.',
  'learning.licence.toWhom': 'To whom',
  'learning.licence.choose': 'Choose',
  'learning.licence.giveStepUp': 'You give {name} a licence to teach.',
  'learning.workshops.guide': 'Follows the facilitator pack',
  'learning.workshops.noGuide': 'No pack',
  'learning.workshops.guide.talking-safely': 'Practising the safe conversation (half a day)',
  'learning.workshops.guide.teaching-it': 'Teaching the safe conversation (a day for trainers)',
  'learning.workshop.needsLicence': 'Each session needs a trainer with a licence',
  'learning.refused.GuideUnknown': 'There is no such facilitator pack here.',
  'learning.refused.NoLicenceYet':
    'Nobody holds a licence for this module yet. Without one no session could be planned.',
  'learning.refused.TrainerNotLicensed':
    'This workshop needs a trainer whose licence is good on that day. Choose another trainer or another day.',
  'learning.refused.NoLicence': 'Only somebody with a licence for this module can sign.',
  'learning.refused.SignatureStays': 'This signature is older than 30 days after the session and stays.',
  'learning.refused.SignedAlready': 'This session has been signed for them already.',
  'learning.refused.LicencesThere': 'Two people hold a licence already. Others earn theirs by teaching together.',
  'learning.refused.RuleWrong':
    'Check the numbers: sessions 0 to 10, months of a licence 1 to 60, of the module 1 to 120.',
} as const;

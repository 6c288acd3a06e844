/** Texts of casework: the sheet for the person, and what is asked before it is printed. What stands on it is in the packs. */
export const sheet = {
  'casework.part.sheet': 'Sheet for the person',
  'casework.sheet.card': 'For the person',
  'casework.sheet.cardLead': 'One page in plain words: where they stand, what comes, what they can get and must do.',
  'casework.sheet.open': 'Make the sheet',
  'casework.sheet.noJourney': 'There is nothing to tell yet. Begin the journey and record what happened first.',
  'casework.sheet.foundTitle': 'First: who might find this paper?',
  'casework.sheet.foundLead':
    'Ask the person before you print. Papers are found in bags, in rooms and as photos on a phone. The sheet has no name, does not say what happened and does not say who helps. It does say that somebody asks to stay here.',
  'casework.sheet.place': 'What does the person say?',
  'casework.sheet.place.safe': 'There is a safe place for it',
  'casework.sheet.place.unsure': 'The person is not sure',
  'casework.sheet.place.none': 'There is no safe place',
  'casework.sheet.unsureTitle': 'Do not print today',
  'casework.sheet.unsureBody': 'Read the sheet aloud below. Ask again when you next meet.',
  'casework.sheet.noneTitle': 'Do not print',
  'casework.sheet.noneRead': 'Read the sheet aloud, with the interpreter, as often as the person likes.',
  'casework.sheet.noneKeep': 'Ask whether the lawyer may keep a printed sheet for the person.',
  'casework.sheet.noneAgain': 'Agree how the person can ask for it again, by the plan for reaching safely.',
  'casework.sheet.nonePhoto': 'No photo of it on a phone that somebody else looks at.',
  'casework.sheet.choices': 'What stands on it',
  'casework.sheet.language': 'Language',
  'casework.sheet.languageMissing': '{language}, not here yet',
  'casework.sheet.dates': 'Write the days',
  'casework.sheet.datesHint':
    'Days tell whoever finds the paper when something happens. Without them it says: ask which day.',
  'casework.sheet.fallback':
    '{count, plural, one {# sentence is} other {# sentences are}} not here in {language} yet, and stand in English. Have them read aloud by an interpreter.',
  'casework.sheet.left':
    '{count, plural, one {# point does} other {# points do}} not fit on one page, even in the smallest letters. The paper says so. They stand in the text to read aloud.',
  'casework.sheet.tooLong': 'This does not fit on one page. Read it aloud instead.',
  'casework.sheet.preview': 'The sheet',
  'casework.sheet.aloud': 'To read aloud',
  'casework.sheet.aloudLead': 'The same, in short sentences with numbers, for you and the interpreter.',
  'casework.sheet.print': 'Print',
  'casework.sheet.printing': 'Preparing',
  'casework.sheet.printTitle': 'Print',
  'casework.sheet.printLead':
    'Nothing is saved here, and nothing of it reaches the server. In the print window, switch off headers and footers: they name this site. Take the paper from the printer at once.',
  'casework.sheet.placeNeeded': 'Say first who might find the paper',
  'casework.sheet.notYours': 'The lead or a coordinator of this case prints it. You can read it aloud.',
  'casework.sheet.stepUp': 'You are about to print the sheet for the person.',
} as const;

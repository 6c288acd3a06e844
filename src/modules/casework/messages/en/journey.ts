/** What happened, where it leads, and why a date is what it is. */
export const journey = {
  'casework.fact.correctLead':
    'Say what is right. What was recorded before stays readable beside it, and all dates follow anew.',
  'casework.fact.takeOutLead':
    'For something that did not happen, or not to this person. It stays readable and counts no longer.',
  'casework.fact.why': 'Why',
  'casework.fact.whyHint': 'In a few words. It is sealed with the case and shown beside the dates that move.',
  'casework.fact.reasonNeeded': 'Say why',
  'casework.fact.paper': 'Paper that shows it',
  'casework.fact.noPaperYet': 'None yet',
  'casework.facts.taken-out': 'Taken out',
  'casework.facts.pending.words': 'This day lies ahead: it counts from {day} on.',
  'casework.facts.not-permitted.words':
    'It has no effect: “{stage}” does not lead on by this. It is kept and shown. Is the day right, or is a step before it missing?',
  'casework.facts.duplicate.words': 'The same was recorded before. It counts once.',
  'casework.facts.contradiction.words':
    'Another record of this day says otherwise. Neither counts until one is put right or taken out.',
  'casework.facts.recordedOn': 'Recorded {day}. By whom was not noted then.',
  'casework.facts.writtenBy': 'Recorded {day} by {name}.',
  'casework.facts.changes': 'What it said before',
  'casework.facts.before': 'before:',
  'casework.facts.after': 'now:',
  'casework.facts.putRight.by': 'Put right {day} by {name}:',
  'casework.facts.putRight.unknown': 'Put right. By whom and why was not noted then.',
  'casework.facts.takenOut.by': 'Taken out {day} by {name}:',
  'casework.facts.takenOut.unknown': 'Taken out. By whom and why was not noted then.',
  'casework.facts.noReason': 'no reason was written down.',
  'casework.proof.restsOn': 'Rests on:',
  'casework.proof.none': 'No proof kept yet.',
  'casework.proof.add': 'Add the proof',
  'casework.proof.change': 'Another paper',
  'casework.proof.which': 'Which paper shows it',
  'casework.proof.another': 'A new paper, below',
  'casework.proof.noLonger': 'None of them',
} as const;

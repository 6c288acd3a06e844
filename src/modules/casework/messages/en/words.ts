/** Texts of casework: words that many screens use, and what is refused. */
export const words = {
  'casework.refusal.Stale': 'Somebody changed this in the meantime. What you typed is kept.',
  'casework.refusal.Failed':
    'Something went wrong on this page. It may have been saved all the same: look before you do it again.',
  'casework.refusal.StateForbids': 'This is not possible in the state the case is in.',
  'casework.refusal.AttestationMissing': 'Something must be done and confirmed first.',
  'casework.refusal.SecondPersonNeeded': 'Another coordinator must do this: you asked for it.',
  'casework.refusal.RoleEnded': 'The role of this person has ended. Ask a coordinator to renew it first.',
  'casework.refusal.TrainingNotValid':
    'This person has not done all the training that is asked, or it has ended. The page “Training” says what is missing.',
  'casework.refusal.TooFewMembers': 'At least two people must be able to open a case.',
  'casework.refusal.CodedDoesNotFit':
    'The dates the server shows are not those that a colleague signed. Do not rely on them and tell your coordinator.',
  'casework.refusal.RecordsDoNotFit':
    'Stop. Something in this case is not what a colleague signed, so nothing can be written. Call your coordinator.',
  'casework.refusal.HashMismatch':
    'Stop. This file is not the one that was put here. It was not opened. Call your coordinator.',
  'casework.refusal.NoKey': 'This device did not get the key of this case. Nothing can be read or written.',
  'casework.refusal.SchemaNewer': 'Written by a newer Baken. It is kept as it is; load the page again to see it.',
  'casework.refusal.RecordUnfit': 'This record does not fit and is not shown.',
  'casework.refusal.ContentInvalid': 'Something was filled in that cannot be saved.',
  'casework.refusal.ContentTooLarge': 'This is too long to save in one piece.',
  'casework.refusal.ApplicationFrozen': 'This application was sent and can no longer be changed.',
  'casework.refusal.MonthClosed': 'This month is closed for hours.',
  'casework.refusal.HoursBelowZero': 'There are fewer hours in this month than you take away.',
  'casework.refusal.AssigneeNotMember': 'This person does not work on this case.',
  'casework.refusal.EmbassyBlocked': 'First a safety check must say whether the authorities at home may know.',
  'casework.refusal.AppointmentOver': 'This appointment is over and can no longer be changed.',
  'casework.refusal.NotFound': 'This is not here, or you have no access to it.',
  'casework.refusal.BodyInvalid':
    'Something was filled in that the server does not take. Nothing was saved. Look at what you typed and try again.',
  'casework.refusal.DayInFuture': 'This day is still to come. Choose today or an earlier day.',
  'casework.refusal.TaskDone': 'This task was done in the meantime.',
  'casework.refusal.FactPutRight':
    'Somebody put this fact right or took it out in the meantime. Look at what they wrote first.',
  'casework.refusal.ReasonMissing': 'Say why: the old date stays readable, and so does the reason.',
  'casework.refusal.SpaceFull':
    'There is no room left for files in this case. Nothing was saved. Tell whoever runs Baken.',
  'casework.refusal.CodeNameTaken': 'This code name is taken. Try again; Baken makes another.',
  'casework.refusal.IdTaken': 'This was saved before under the same number. Load the page again and look.',
  'casework.refusal.OperationInvalid':
    'The server could not take this change. Nothing was saved. Load the page again and try once more.',
  'casework.refusal.KeyNotCurrent':
    'The keys of a colleague changed in the meantime. Nothing was saved. Load the page again and try once more.',
  'casework.refusal.KeysDoubted':
    'The safety number of a colleague was different, and this is not solved. Nothing was shared. Look under People.',
  'casework.refusal.RotationMissing':
    'Somebody’s access ended, and the case must get a new key first. Load the page again and try once more.',
  'casework.save': 'Save',
  'casework.saving': 'Saving',
  'casework.cancel': 'Cancel',
  'casework.change': 'Change',
  'casework.undo': 'Undo',
  'casework.tryAgain': 'Try again',
  'casework.optional': 'may be left out',
  'casework.problem': 'There is a problem',
  'casework.day': 'Day',
  'casework.month': 'Month',
  'casework.year': 'Year',
  'casework.yes': 'Yes',
  'casework.no': 'No',
  'casework.minutes': '{count} min',
  'casework.noSuchDay':
    'This is no day of the calendar. Write day, month and a year of four figures, for example 27 11 2026',
  'casework.takeOut': 'Take out',
  'casework.refusal.StatementAgreed': 'The person agreed to these words. They can only be added to.',
  'casework.refusal.StatementMissing': 'These words are no statement yet. Change them instead.',
} as const;

/** Texts about badges, and about certificates that are good no more. */
export const certificates = {
  'learning.checking.title': 'Is this certificate genuine?',
  'learning.checking.lead':
    'For employers and others who were shown a certificate. Scan its picture, or type its code.',
  'learning.checking.code': 'Code on the certificate',
  'learning.checking.name': 'Name on it (if you want to check that too)',
  'learning.checking.nameHint': 'The name is not sent: only a proof made of it and the code.',
  'learning.checking.check': 'Check',
  'learning.checking.busy': 'Checking',
  'learning.checking.says':
    'It says that its holder finished the module “{title}” (about {minutes, number} minutes, version {version}) on {day}.',
  'learning.checking.genuine': 'This certificate is genuine.',
  'learning.checking.issued': 'Issued by {issuer} on {day}.',
  'learning.checking.nameFits': 'The name stands on it.',
  'learning.checking.nameFitsNot': 'Another name stands on it.',
  'learning.checking.unknown':
    'No certificate of this installation has this code. Look whether the code is right, and whether the address on the paper is this one.',
  'learning.checking.revoked': 'This certificate was revoked on {day}.',
  'learning.checking.why': 'Reason: {reason}.',
  'learning.revocation.issued-in-error': 'It was made by mistake',
  'learning.revocation.rule-not-met': 'What had to be done was not done',
  'learning.revocation.somebody-else-learned': 'Somebody else learned in its holder’s place',
  'learning.revocation.asked-by-holder': 'Its holder asked for it',
  'learning.revoke.title': 'Revoke a certificate',
  'learning.revoke.lead':
    'Type or paste the code that stands on the paper. The code stays in this browser: only a hash of it is sent.',
  'learning.revoke.lookUp': 'Look it up',
  'learning.revoke.found': 'The certificate of this code',
  'learning.revoke.says':
    'It says that somebody of {organisation} finished the module “{title}” (version {version}) on {day}. It was made on {issued}. Whose it is nobody knows here.',
  'learning.revoke.why': 'Why is it revoked?',
  'learning.revoke.whyHint': 'Whoever checks the certificate is told this reason and the day.',
  'learning.revoke.wholeRun':
    'This ends every certificate about the same run, and no other is made about this module for the same learner.',
  'learning.revoke.now': 'Revoke it for good',
  'learning.revoke.stepUp':
    'From now on everybody who checks this certificate is told that it is revoked, and why. It cannot be undone.',
  'learning.revoke.done': 'It is revoked. Whoever checks it is told so from now on.',
  'learning.refused.AlreadyRevoked': 'It is revoked already. Nothing was changed.',
  'learning.badge.title': 'A badge instead of a paper?',
  'learning.badge.lead':
    'Choose the file of the Open Badge, or paste what is in it. It is sent to this server and kept nowhere.',
  'learning.badge.chosen': 'File of the badge',
  'learning.badge.text': 'Text of the badge',
  'learning.badge.check': 'Check the badge',
  'learning.badge.valid': 'This badge is genuine.',
  'learning.badge.expired': 'This badge is genuine, but it held only until {day}.',
  'learning.badge.revoked': 'This badge was revoked on {day}.',
  'learning.badge.unknown': 'This badge was signed here, but nothing is kept of its certificate any more.',
  'learning.badge.foreign':
    'This badge was not signed here, so nothing can be said of it. Ask whoever it names as its issuer.',
  'learning.badge.altered': 'This badge is not as it was signed. Do not rely on it.',
  'learning.badge.whose':
    'Whose it is, a badge does not say. Ask for the certificate, and check its code and the name above.',
  'learning.refused.BadgeMissing': 'Choose a file first, or paste what is in it.',
  'learning.refused.BadgeTooLarge': 'This is too large for a badge: one has 16 kB at most.',
  'learning.refused.BadgeUnreadable': 'This is no Open Badge as we sign them. Look whether all of it is there.',
} as const;

/** Texts about certificates that are good no more. */
export const certificates = {
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
  'learning.refused.CertificateBarred':
    'A certificate of yours about this module was revoked because somebody else had learned in your place. No other is made; ask a coordinator if that is a mistake.',
} as const;

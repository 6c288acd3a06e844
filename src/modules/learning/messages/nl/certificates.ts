import type { Catalogue } from '#kernel/languages';
import type { certificates as original } from '../en/certificates.ts';

/** Teksten over certificaten die niet meer gelden. */
export const certificates: Catalogue<typeof original> = {
  'learning.checking.revoked': 'Dit certificaat is ingetrokken op {day}.',
  'learning.checking.why': 'Reden: {reason}.',
  'learning.revocation.issued-in-error': 'Het was per vergissing gemaakt',
  'learning.revocation.rule-not-met': 'Wat gedaan moest worden, was niet gedaan',
  'learning.revocation.somebody-else-learned': 'Iemand anders leerde in de plaats van de houder',
  'learning.revocation.asked-by-holder': 'De houder vroeg erom',
  'learning.revoke.title': 'Trek een certificaat in',
  'learning.revoke.lead':
    'Typ of plak de code die op het papier staat. De code blijft in deze browser: er wordt alleen een hash van verstuurd.',
  'learning.revoke.lookUp': 'Zoek het op',
  'learning.revoke.found': 'Het certificaat van deze code',
  'learning.revoke.says':
    'Het zegt dat iemand van {organisation} de module “{title}” (versie {version}) afrondde op {day}. Het is gemaakt op {issued}. Van wie het is, weet hier niemand.',
  'learning.revoke.why': 'Waarom wordt het ingetrokken?',
  'learning.revoke.whyHint': 'Wie het certificaat nakijkt, krijgt deze reden en de dag te zien.',
  'learning.revoke.wholeRun':
    'Dit maakt een eind aan elk certificaat over dezelfde ronde, en voor dezelfde lerende komt er over deze module geen ander.',
  'learning.revoke.now': 'Trek het voorgoed in',
  'learning.revoke.stepUp':
    'Vanaf nu krijgt iedereen die dit certificaat nakijkt te zien dat het is ingetrokken, en waarom. Dat kan niet ongedaan worden gemaakt.',
  'learning.revoke.done': 'Het is ingetrokken. Wie het nakijkt, krijgt dat vanaf nu te zien.',
  'learning.refused.AlreadyRevoked': 'Het is al ingetrokken. Er is niets veranderd.',
  'learning.refused.CertificateBarred':
    'Een certificaat van jou over deze module is ingetrokken omdat iemand anders in jouw plaats had geleerd. Er komt geen ander; vraag een coördinator als dat een vergissing is.',
};

import type { Catalogue } from '#kernel/languages';
import type { certificates as original } from '../en/certificates.ts';

/** Teksten over badges, en over certificaten die niet meer gelden. */
export const certificates: Catalogue<typeof original> = {
  'learning.checking.title': 'Is dit certificaat echt?',
  'learning.checking.lead':
    'Voor werkgevers en anderen die een certificaat te zien kregen. Scan het beeld, of typ de code.',
  'learning.checking.code': 'Code op het certificaat',
  'learning.checking.name': 'Naam die erop staat (als je die ook wilt nakijken)',
  'learning.checking.nameHint': 'De naam wordt niet verstuurd: alleen een bewijs van naam en code.',
  'learning.checking.check': 'Kijk na',
  'learning.checking.busy': 'Even kijken',
  'learning.checking.says':
    'Het zegt dat de houder de module “{title}” afrondde op {day} (ongeveer {minutes, number} minuten, versie {version}).',
  'learning.checking.genuine': 'Dit certificaat is echt.',
  'learning.checking.issued': 'Uitgegeven door {issuer} op {day}.',
  'learning.checking.nameFits': 'Deze naam staat erop.',
  'learning.checking.nameFitsNot': 'Er staat een andere naam op.',
  'learning.checking.unknown':
    'Geen certificaat van deze installatie heeft deze code. Kijk of de code klopt, en of het adres op het papier dit adres is.',
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
  'learning.badge.title': 'Een badge in plaats van een papier?',
  'learning.badge.lead':
    'Kies het bestand van de Open Badge, of plak wat erin staat. Het gaat naar deze server en wordt nergens bewaard.',
  'learning.badge.chosen': 'Bestand van de badge',
  'learning.badge.text': 'Tekst van de badge',
  'learning.badge.check': 'Kijk de badge na',
  'learning.badge.valid': 'Deze badge is echt.',
  'learning.badge.expired': 'Deze badge is echt, maar gold tot en met {day}.',
  'learning.badge.revoked': 'Deze badge is ingetrokken op {day}.',
  'learning.badge.unknown': 'Deze badge is hier ondertekend, maar van het certificaat is niets meer bewaard.',
  'learning.badge.foreign':
    'Deze badge is niet hier ondertekend, dus er valt niets over te zeggen. Vraag het degene die erin als uitgever staat.',
  'learning.badge.altered': 'Deze badge is niet zoals hij is ondertekend. Vertrouw er niet op.',
  'learning.badge.whose':
    'Van wie hij is, zegt een badge niet. Vraag om het certificaat, en kijk hierboven de code en de naam na.',
  'learning.refused.BadgeMissing': 'Kies eerst een bestand, of plak wat erin staat.',
  'learning.refused.BadgeTooLarge': 'Dit is te groot voor een badge: die heeft hoogstens 16 kB.',
  'learning.refused.BadgeUnreadable': 'Dit is geen Open Badge zoals wij ze ondertekenen. Kijk of alles er staat.',
};

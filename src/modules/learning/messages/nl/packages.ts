import type { Catalogue } from '#kernel/languages';
import type { packages as original } from '../en/packages.ts';

/** Texts of packages in Dutch. */
export const packages: Catalogue<typeof original> = {
  'learning.package.title': 'Een pakket van de module maken',
  'learning.package.lead':
    'De hele module in één bestand, met de nummers en mensen van deze organisatie. Niets erin vraagt iets aan een server. Waar geen leeromgeving bijhoudt wat ermee wordt geleerd, eindigt het met een ontvangstbewijs van 20 tekens, dat je telt onder “Tel een ontvangstbewijs”.',
  'learning.package.format': 'Waarvoor',
  'learning.package.format.web': 'Om van schijf te openen',
  'learning.package.hint.web': 'een map: pak hem uit en open index.html',
  'learning.package.format.scorm12': 'Voor een leeromgeving (SCORM 1.2)',
  'learning.package.hint.scorm12': 'de leeromgeving bewaart hoe ver iemand is, en wie is geslaagd',
  'learning.package.format.scorm2004': 'Voor een leeromgeving (SCORM 2004)',
  'learning.package.hint.scorm2004': 'hetzelfde voor nieuwere leeromgevingen: afgerond en geslaagd worden apart gemeld',
  'learning.package.format.cmi5': 'Voor een leeromgeving (cmi5)',
  'learning.package.hint.cmi5': 'voor leeromgevingen met een leerregister: wat gedaan is, staat er in verklaringen',
  'learning.package.language': 'Taal',
  'learning.package.notReady': 'Hiermee mag nog niemand worden opgeleid:',
  'learning.package.fault.not-signed': 'Niet ondertekend: {role}',
  'learning.package.fault.slot-empty': 'Niet ingevuld: {slot}',
  'learning.package.fault.slot-overdue': 'Te lang geleden nagekeken: {slot}',
  'learning.package.asDraft': 'Toch maken, om het uit te proberen',
  'learning.package.make': 'Maak het pakket',
  'learning.package.making': 'Bezig met maken',
  'learning.package.inEarnest': 'Mensen leren ermee: de bewijzen tellen',
  'learning.package.inEarnestHint':
    'Zonder dit is het een proef: het geeft geen bewijzen, en niemand die het doet, telt mee.',
  'learning.package.madeTrial':
    'Het pakket is gemaakt en aan je browser gegeven. Het is een proef: het geeft geen bewijzen.',
  'learning.package.made': 'Het pakket is gemaakt en aan je browser gegeven.',
  'learning.package.exports': 'Pakketten die zijn gemaakt',
  'learning.package.exportsLead':
    'Waarmee ontvangstbewijzen worden gemaakt, zit in het bestand: wie het heeft, kan er zelf maken. Kwam er een in verkeerde handen, neem de bewijzen ervan dan niet meer aan. Wat geteld is, blijft.',
  'learning.package.export': '{number}: “{title}”, versie {version}, {language}. {format}. Gemaakt op {day}.',
  'learning.package.end': 'Neem geen bewijzen van {number} meer aan',
  'learning.package.endWhat':
    'Bewijzen van dit pakket die nog niemand heeft geteld, worden vanaf nu geweigerd, ook echte. Hetzelfde pakket opnieuw gemaakt krijgt een ander nummer.',
  'learning.package.endYes': 'Ja, neem geen bewijzen van {number} meer aan',
  'learning.package.ended': 'De bewijzen ervan worden niet meer aangenomen sinds {day}.',
  'learning.refused.NotReady': 'Het is niet klaar. Zeg hierboven dat je het wilt uitproberen.',
};

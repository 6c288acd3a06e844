import type { Catalogue } from '#kernel/languages';
import type { editCourse as english } from '../en/edit-course.ts';

/** Teksten van de editor voor wat voor een hele module geldt, en voor een nieuwe. */
export const editCourse: Catalogue<typeof english> = {
  'learning.edit.fresh': 'Een module vanaf niets',
  'learning.edit.freshBegin': 'Begin een nieuwe module',
  'learning.edit.freshLead':
    'Zij begint met een titel, één deel en één tekst. De controle zegt stap voor stap wat er nog ontbreekt.',
  'learning.edit.freshBy': 'Wie haar maakt (je vereniging of programma)',
  'learning.edit.freshLanguage': 'Taal waarin zij eerst geschreven wordt',
  'learning.edit.freshNow': 'Begin deze module',
  'learning.edit.rule': 'Wanneer de module gedaan is',
  'learning.edit.ruleLead':
    'Kies wat telt. Iemand heeft de module gedaan als aan alles voldaan is; de volgorde maakt niet uit. Pogingen worden nooit geteld.',
  'learning.edit.rule.seen': 'Zie “{title}” tot het einde',
  'learning.edit.rule.decided': 'Breng de beslissing in “{title}” tot een afloop ({block})',
  'learning.edit.rule.right': 'Goede antwoorden in één ronde van de voorraad {bank}',
  'learning.edit.rule.drawn':
    '{most, plural, =0 {Niemand krijgt er nog een vraag uit.} one {Iedereen krijgt # vraag per ronde. 0 betekent dat het niet telt.} other {Iedereen krijgt # vragen per ronde. 0 betekent dat het niet telt.}}',
  'learning.edit.rule.heavy':
    'Hier staat iets zwaars. Wie het overslaat, zoals aangeboden, heeft hier ook aan voldaan.',
  'learning.edit.rule.asRead': 'Zoals wie leert het leest:',
  'learning.edit.workplaces': 'Werkplekken',
  'learning.edit.workplacesLead':
    'Wie leert kiest er bij het begin één. Blokken kunnen voor sommige alleen zijn. Zonder werkplekken ziet iedereen hetzelfde.',
  'learning.edit.addWorkplace': 'Voeg een werkplek toe',
  'learning.edit.languages': 'Talen',
  'learning.edit.languagesLead':
    'De module is geschreven in het {language}. Elke andere taal heeft al haar teksten voordat iemand erin leert.',
  'learning.edit.newLanguage': 'Nog een taal',
  'learning.edit.newLanguageHint': 'Al haar teksten staan er leeg tot iemand ze schrijft.',
  'learning.edit.addLanguage': 'Voeg de taal toe',
  'learning.edit.missing':
    '{missing, plural, =0 {alle {all} teksten zijn er} one {# van {all} teksten ontbreekt} other {# van {all} teksten ontbreken}}',
  'learning.edit.removeLanguageLead':
    '{count, plural, one {# tekst in het {language} verdwijnt} other {# teksten in het {language} verdwijnen}}, met alles wat over de vertaling genoteerd is. Download de module eerst als je ze nog nodig kunt hebben.',
  'learning.edit.writeBeside': 'Toon haar naast de teksten',
  'learning.edit.licence.CC-BY-SA-4.0': 'mag bewerkt worden, blijft vrij',
  'learning.edit.licence.CC-BY-4.0': 'mag bewerkt worden, noemt de makers',
  'learning.edit.licence.CC-BY-NC-SA-4.0': 'geen handel, mag bewerkt worden, blijft vrij',
  'learning.edit.licence.CC-BY-NC-4.0': 'geen handel, mag bewerkt worden',
  'learning.edit.licence.CC-BY-ND-4.0': 'mag doorgegeven worden, niet bewerkt',
  'learning.edit.licence.CC0-1.0': 'alles mag ermee',
  'learning.edit.licenceHint': 'Onder welke voorwaarden anderen haar mogen gebruiken.',
  'learning.edit.licenceKept': 'Een bewerking blijft onder de licentie van het origineel waar die dat vraagt.',
  'learning.edit.pictureLicenceHint': 'Zoals het bij het beeld staat: CC-BY-4.0, CC0-1.0 enzovoort.',
  'learning.edit.reason': 'Waarom dit woord blijft staan',
  'learning.edit.reasonHint': 'In één zin, voor wie de module ondertekent.',
  'learning.edit.retake': 'Moeten mensen die een eerdere versie deden het opnieuw doen?',
  'learning.edit.retake.no': 'Nee, wat zij leerden is genoeg',
  'learning.edit.retake.yes': 'Ja, vanaf een dag',
  'learning.edit.retake.from': 'Vanaf',
  'learning.edit.stories': 'Verhalen',
  'learning.edit.storiesHint':
    'Dezelfde vorm wordt op één plaats vóór het leren verteld en op een andere daarna nog eens beoordeeld, waar elk verhaal uitgelegd wordt.',
  'learning.edit.stories.here': 'Ze worden hier verteld, vóór het leren',
  'learning.edit.stories.after': 'Na het leren: die van “{title}” ({block})',
  'learning.edit.newBank': 'Zet haar in een nieuwe voorraad vragen',
  'learning.edit.refused.StillUsed':
    'Er zijn blokken alleen voor deze werkplek. Toon ze ook aan anderen, of verwijder ze, eerst.',
  'learning.edit.refused.Signed':
    'Deze versie is ondertekend en blijft zoals zij gelezen is. Verhoog eerst het nummer.',
  'learning.refused.CourseNameWanted': 'Geef de module een titel met letters, en zeg wie haar maakt.',
  'learning.edit.signatures': 'Wie versie {version} gelezen heeft',
  'learning.edit.signaturesLead':
    'Een handtekening zegt dat iemand met deze rol deze hele versie in één taal gelezen heeft, en geen bezwaar meer heeft. Zij geldt alleen voor deze versie: een ondertekende versie wordt niet meer veranderd.',
  'learning.edit.signaturesNot':
    'Zonder alle vier in een taal blijft de module daar een concept, en zegt dat aan wie haar opent. Een handtekening publiceert niets. Er staat nooit een naam bij: wie haar opschreef staat in het logboek.',
  'learning.edit.unsigned': 'Niemand heeft deze versie nog ondertekend.',
  'learning.edit.signedBefore':
    '{count, plural, one {# handtekening staat} other {# handtekeningen staan}} onder andere versies.',
  'learning.edit.signedByCoordinators':
    'Coördinatoren schrijven handtekeningen op, zodat niemand alleen ondertekent wat hij zelf schreef.',
  'learning.edit.waitedFor': 'nog niet gelezen',
  'learning.edit.unsign': 'Neem haar terug',
  'learning.edit.unsignStepUp': 'Deze handtekening gaat weg: {named}.',
  'learning.edit.signLanguage': 'Taal die gelezen is',
  'learning.edit.signRole': 'Wie haar gelezen heeft',
  'learning.edit.signWaiting': 'Niemand heeft haar nog gelezen; de opmerking zegt waarom',
  'learning.edit.signRemark': 'Opmerking: wat gelezen is, en hoe',
  'learning.edit.signWhyNot': 'Waarom zij nog niet gelezen is',
  'learning.edit.signRemarkHint': 'Het staat in de bestanden van de module, voor iedereen te lezen. Geen namen.',
  'learning.edit.sign': 'Schrijf de handtekening op',
  'learning.edit.signStepUp': 'Je schrijft op dat deze versie gelezen is. Daarna wordt zij niet meer veranderd.',
  'learning.edit.signedVersion':
    'Versie {version} is ondertekend en blijft zoals zij gelezen is. Om verder te schrijven begin je de volgende; die heeft nog geen handtekeningen.',
  'learning.edit.raise': 'Ga verder als versie {version}',
  'learning.refused.VersionSigned':
    'Deze versie is ondertekend en blijft zoals zij gelezen is. Verhoog eerst het nummer.',
  'learning.refused.SignaturesNotYours': 'Handtekeningen worden opgeschreven onder “Is het klaar?”, door wie dat mag.',
  'learning.refused.DraftUnreadable': 'Bestanden van dit concept kunnen niet gelezen worden.',
  'learning.refused.LanguageUnknown': 'De module heeft die taal niet.',
  'learning.refused.RemarkWanted': 'Zeg in de opmerking wat gelezen is, of waarom nog niet.',
};

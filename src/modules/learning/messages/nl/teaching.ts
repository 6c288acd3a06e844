import type { Catalogue } from '#kernel/languages';
import type { teaching as english } from '../en/teaching.ts';

export const teaching: Catalogue<typeof english> = {
  'learning.training.part.teach': 'Wie mag lesgeven',
  'learning.licence.toTeach': 'Lesgeven: {course}',
  'learning.licence.held': 'Mag lesgeven tot en met {day}',
  'learning.licence.lapsed': 'Verlopen op {day}',
  'learning.licence.missing': 'Onderweg',
  'learning.licence.lacks.course': 'De module, nog geldig',
  'learning.licence.lacks.training': 'De dag voor trainers',
  'learning.licence.lacks.sessions':
    '{count, plural, one {# bijeenkomst samen gegeven en getekend} other {# bijeenkomsten samen gegeven en getekend}}',
  'learning.licence.what':
    'De bevoegdheid opent draaiboek en materiaal. Elke bijeenkomst die je geeft voor ze verloopt, verlengt haar vanaf die dag.',
  'learning.licence.toSign': 'Bijeenkomsten die je kunt tekenen',
  'learning.licence.toSignLead':
    'Deze gaven jullie samen. Teken alleen als je je collega hebt zien lesgeven en het goed ging. Tot 30 dagen na de bijeenkomst kun je het terugnemen.',
  'learning.licence.signed': 'Bijeenkomsten die je tekende',
  'learning.licence.signedLead': 'Een handtekening kun je tot 30 dagen na de bijeenkomst terugnemen; daarna blijft ze.',
  'learning.licence.takeBack': 'Neem terug',
  'learning.licence.takeBackStepUp':
    'Je neemt terug dat je voor {name} tekende. Een bevoegdheid die daarop rust, eindigt.',
  'learning.licence.sign': 'Teken',
  'learning.licence.signStepUp': 'Je tekent dat {name} deze bijeenkomst goed gaf.',
  'learning.licence.noRule': 'Er is nog niet gezegd wat er nodig is om een module te geven.',
  'learning.licence.nobody': 'Niemand is bevoegd of onderweg.',
  'learning.licence.ruleSays':
    'De module, de dag voor trainers en {count, plural, =0 {geen getekende bijeenkomst} one {# getekende bijeenkomst} other {# getekende bijeenkomsten}}. Ze geldt {months, plural, one {# maand} other {# maanden}} en loopt door zolang iemand lesgeeft.',
  'learning.licence.rule': 'Zeg wat er nodig is',
  'learning.licence.ruleLead':
    'Wie mag lesgeven, wordt hier voortaan uit berekend. Een strengere regel kan een bevoegdheid beëindigen, een mildere kan er een geven.',
  'learning.licence.ruleCourse': 'Module',
  'learning.licence.rulePart': 'De dag voor trainers telt als',
  'learning.licence.rulePartHint': 'Een deel van een programma. Een workshop die zo telt, houdt bij wie er was.',
  'learning.licence.ruleSessions': 'Bijeenkomsten samen gegeven en getekend',
  'learning.licence.ruleMonths': 'Maanden dat de bevoegdheid geldt',
  'learning.licence.ruleCourseMonths': 'Maanden dat de module voor trainers telt',
  'learning.licence.ruleCourseMonthsHint': 'Leeg: altijd.',
  'learning.licence.give': 'Geef een van de eersten de bevoegdheid',
  'learning.licence.giveLead':
    'Voor de eerste twee trainers, voor wie nog niemand kan tekenen. Ook zij hebben de module nodig. Het staat op jouw naam en kan niet worden teruggenomen.',
  'learning.licence.toWhom': 'Aan wie',
  'learning.licence.choose': 'Kies',
  'learning.licence.giveStepUp': 'Je geeft {name} de bevoegdheid om les te geven.',
  'learning.workshops.guide': 'Volgt draaiboek en materiaal van',
  'learning.workshops.noGuide': 'Geen draaiboek',
  'learning.workshops.guide.talking-safely': 'Het veilige gesprek oefenen (een dagdeel)',
  'learning.workshops.guide.teaching-it': 'Het veilige gesprek leren geven (een dag voor trainers)',
  'learning.workshop.needsLicence': 'Elke bijeenkomst heeft een bevoegde trainer nodig',
  'learning.refused.GuideUnknown': 'Zo een draaiboek is hier niet.',
  'learning.refused.NoLicenceYet':
    'Nog niemand is bevoegd voor deze module. Dan zou er geen bijeenkomst gepland kunnen worden.',
  'learning.refused.TrainerNotLicensed':
    'Deze workshop heeft een trainer nodig die op die dag bevoegd is. Kies een andere trainer of een andere dag.',
  'learning.refused.NoLicence': 'Alleen wie bevoegd is voor deze module kan tekenen.',
  'learning.refused.SignatureStays': 'De bijeenkomst is langer dan 30 dagen geleden; de handtekening blijft.',
  'learning.refused.SignedAlready': 'Deze bijeenkomst is al voor deze persoon getekend.',
  'learning.refused.LicencesThere':
    'Twee mensen zijn al bevoegd. Anderen halen de bevoegdheid door samen les te geven.',
  'learning.refused.RuleWrong':
    'Kijk de getallen na: bijeenkomsten 0 tot 10, maanden bevoegdheid 1 tot 60, maanden module 1 tot 120.',
};

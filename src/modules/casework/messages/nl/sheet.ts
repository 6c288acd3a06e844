import type { Catalogue } from '#kernel/languages';
import type { sheet as original } from '../en/sheet.ts';

/** Texts of casework in Dutch: the sheet for the person, and what is asked before it is printed. */
export const sheet: Catalogue<typeof original> = {
  'casework.part.sheet': 'Blad voor de persoon',
  'casework.sheet.card': 'Voor de persoon',
  'casework.sheet.cardLead':
    'Eén blad in eenvoudige woorden: waar de persoon staat, wat er komt, wat die kan krijgen en moet doen.',
  'casework.sheet.open': 'Maak het blad',
  'casework.sheet.noJourney': 'Er is nog niets te vertellen. Begin eerst het traject en leg vast wat er gebeurde.',
  'casework.sheet.foundTitle': 'Eerst: wie kan dit blad vinden?',
  'casework.sheet.foundLead':
    'Vraag het de persoon voor je print. Papier wordt gevonden in tassen, in kamers en als foto op een telefoon. Op het blad staat geen naam, niet wat er gebeurde en niet wie helpt. Er staat wel op dat iemand vraagt om hier te blijven.',
  'casework.sheet.place': 'Wat zegt de persoon?',
  'casework.sheet.place.safe': 'Er is een veilige plek voor',
  'casework.sheet.place.unsure': 'De persoon weet het niet zeker',
  'casework.sheet.place.none': 'Er is geen veilige plek',
  'casework.sheet.unsureTitle': 'Print het vandaag niet',
  'casework.sheet.unsureBody': 'Lees het blad hieronder voor. Vraag het opnieuw als jullie elkaar weer zien.',
  'casework.sheet.noneTitle': 'Print het niet',
  'casework.sheet.noneRead': 'Lees het blad voor, met de tolk, zo vaak als de persoon wil.',
  'casework.sheet.noneKeep': 'Vraag of de advocaat een geprint blad voor de persoon mag bewaren.',
  'casework.sheet.noneAgain':
    'Spreek af hoe de persoon er opnieuw om kan vragen, volgens het plan voor veilig contact.',
  'casework.sheet.nonePhoto': 'Geen foto ervan op een telefoon waar iemand anders in kijkt.',
  'casework.sheet.choices': 'Wat erop staat',
  'casework.sheet.language': 'Taal',
  'casework.sheet.languageMissing': '{language}, is er nog niet',
  'casework.sheet.dates': 'Schrijf de dagen erop',
  'casework.sheet.datesHint':
    'Dagen vertellen wie het blad vindt wanneer er iets gebeurt. Zonder dagen staat er: vraag welke dag.',
  'casework.sheet.fallback':
    '{count, plural, one {# zin is} other {# zinnen zijn}} er nog niet in het {language}, en {count, plural, one {staat} other {staan}} er in het Engels. Laat een tolk die voorlezen.',
  'casework.sheet.left':
    '{count, plural, one {# punt past} other {# punten passen}} niet op één blad, ook niet in de kleinste letters. Dat staat op het blad. In de tekst om voor te lezen staan ze wel.',
  'casework.sheet.tooLong': 'Dit past niet op één blad. Lees het voor.',
  'casework.sheet.preview': 'Het blad',
  'casework.sheet.aloud': 'Om voor te lezen',
  'casework.sheet.aloudLead': 'Hetzelfde, in korte zinnen met nummers, voor jou en de tolk.',
  'casework.sheet.print': 'Print',
  'casework.sheet.printing': 'Bezig met klaarzetten',
  'casework.sheet.printTitle': 'Printen',
  'casework.sheet.printLead':
    'Hier wordt niets bewaard, en niets ervan gaat naar de server. Zet in het printvenster kop- en voetteksten uit: die noemen deze site. Haal het blad meteen uit de printer.',
  'casework.sheet.placeNeeded': 'Zeg eerst wie het blad kan vinden',
  'casework.sheet.notYours':
    'De vaste vrijwilliger of een coördinator van dit dossier print het. Voorlezen kun je wel.',
  'casework.sheet.stepUp': 'Je gaat het blad voor de persoon printen.',
};

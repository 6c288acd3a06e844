import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';

/** Dutch words of the player. */
export const nl: Catalogue<typeof en> = {
  'learning.loading': 'De module wordt opgehaald',
  'learning.unknown': 'Deze module is hier niet',
  'learning.unreachable': 'De module kon niet worden opgehaald. Ben je online?',
  'learning.tryAgain': 'Probeer opnieuw',
  'learning.unfinished':
    'Dit is een onaffe versie ({version}): er ontbreken nog delen, niemand heeft haar goedgekeurd en er is geen certificaat.',

  'learning.head.help': 'Hulp',
  'learning.head.leave': 'Weg',
  'learning.head.scene': 'Deel {number} van {of}',
  'learning.head.through': 'Je bent aan het einde',
  'learning.kept.here': 'Hoever je bent, wordt op dit apparaat bewaard. Je kunt op elk moment stoppen.',
  'learning.kept.at': 'Op dit apparaat bewaard om {time}',
  'learning.kept.failed':
    'Niet bewaard: deze browser bewaart niets voor deze pagina, misschien omdat het een privévenster is. Je kunt doorgaan; na het sluiten begin je opnieuw.',

  'learning.scene.minutes': 'Ongeveer {minutes, number} minuten',
  'learning.scene.back': 'Terug: {title}',
  'learning.scene.next': 'Verder: {title}',
  'learning.scene.end': 'Naar het einde',

  'learning.workplace.question': 'Waar ontmoet je mensen?',
  'learning.workplace.hint': 'Alleen voor voorbeelden van daar. Je mag het openlaten; het wordt niet verstuurd.',

  'learning.figure.inWords': 'De tekening in woorden',
  'learning.dialogue.next': 'Volgende zin',
  'learning.dialogue.all': 'Laat alles zien',

  'learning.check.several': 'Er kan meer dan één antwoord goed zijn.',
  'learning.check.check': 'Kijk na',
  'learning.check.show': 'Laat zien',
  'learning.check.chooseFirst': 'Kies eerst.',
  'learning.check.right': 'Dat klopt.',
  'learning.check.notYet': 'Nog niet. Je mag het zo vaak proberen als je wilt.',
  'learning.check.found': '{found} van {all} gevonden.',
  'learning.check.fits': 'Klopt.',
  'learning.check.fitsNot': 'Klopt niet.',
  'learning.sort.found': '{found} van {all} liggen waar ze horen.',
  'learning.sort.fits': 'Hier hoort het.',
  'learning.sort.fitsNot': 'Dit hoort ergens anders.',

  'learning.reflection.stays':
    'Wat je schrijft, blijft op dit scherm: het wordt niet bewaard en niet verstuurd. Noem niemand bij naam.',
  'learning.reflection.copy': 'Kopieer mijn woorden',
  'learning.reflection.copied': 'Gekopieerd.',
  'learning.reflection.notCopied': 'De browser liet kopiëren niet toe. Selecteer de woorden en kopieer ze zelf.',
  'learning.reflection.print': 'Druk dit deel af',

  'learning.source.title': 'Waar dit vandaan komt',
  'learning.source.mark': 'Bron {number}',
  'learning.source.read': 'Laatst gelezen op {day}.',

  'learning.toDo.summary': 'Wat er nog te doen is',
  'learning.done.summary': 'Alles is gedaan',
  'learning.toDo.seen': 'Bekijk “{title}” tot het einde.',
  'learning.toDo.right': 'Beantwoord {right, plural, one {# vraag} other {# vragen}} goed; je hebt er {done}.',
  'learning.toDo.met': 'Gedaan.',
  'learning.toDo.open': 'Open.',
  'learning.toDo.go': 'Naar “{title}”',
  'learning.toDo.again': 'Begin opnieuw',
  'learning.toDo.againHint':
    'Bij opnieuw beginnen blijft wat je eerder deed op dit apparaat. Vergeten haalt alles weg; de geschiedenis van je browser wis je zelf.',
  'learning.toDo.forget': 'Vergeet alles op dit apparaat',

  'learning.end.title': 'Je bent aan het einde',
  'learning.end.lead': 'Hieronder zie je wat er nog te doen is voor de module af is.',
  'learning.end.complete': 'Je hebt alles gedaan wat er is',
  'learning.end.completeLead': 'Bedankt voor je tijd. Kom terug naar elk deel wanneer je wilt.',
  'learning.end.first': 'Naar het eerste deel',
};

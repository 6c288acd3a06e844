import type { Catalogue } from '#kernel/languages';
import type { materials as english } from '../en/materials.ts';

/** Teksten over wat op trainingen uitgedeeld wordt. */
export const materials: Catalogue<typeof english> = {
  'learning.materials.title': 'Om uit te delen',
  'learning.materials.lead':
    'Wie de code van de sessie heeft leest wat je hier kiest, zonder account. Zet er niets in over mensen met wie je werkt, en geen namen.',
  'learning.materials.none': 'Er hoort nog niets bij deze training.',
  'learning.materials.version': 'versie {version}',
  'learning.materials.shown': 'Deelnemers lezen “{title}”',
  'learning.materials.shown.never': 'Niet in deze sessie',
  'learning.materials.shown.before': 'Vanaf nu',
  'learning.materials.shown.after': 'Als de sessie voorbij is',
  'learning.materials.older': 'Deze sessie houdt versie {version}; de nieuwste is {newest}.',
  'learning.materials.takeNewest': 'Deel de nieuwste uit',
  'learning.materials.newVersion': 'Voeg een nieuwe versie toe',
  'learning.materials.remove': 'Verwijderen',
  'learning.materials.removeLead': 'Het verdwijnt met al zijn versies, ook voor sessies waar het uitgedeeld was.',
  'learning.materials.add': 'Voeg een bestand toe',
  'learning.materials.name': 'Hoe het heet',
  'learning.materials.nameHint': 'Zoals deelnemers het lezen.',
  'learning.materials.file': 'Bestand',
  'learning.materials.fileHint': 'PDF, DOCX, ODT, XLSX, beeld of gewone tekst, hoogstens 10 MB.',
  'learning.materials.attach': 'Voeg toe',
  'learning.materials.attachVersion': 'Voeg toe als nieuwe versie',
  'learning.materials.fromPack': 'Kies uit het trainerspakket',
  'learning.materials.page': 'Wat eruit',
  'learning.materials.pageHint':
    'Zoals het er vandaag staat, in elke taal van het pakket, zonder de aantekeningen voor trainers. Er wordt niets verstuurd.',
  'learning.materials.addPage': 'Voeg toe uit het pakket',
  'learning.materials.setOf': '{title} ({count})',
  'learning.materials.show': 'Toon over het hele venster',
  'learning.materials.open.slides': 'Doornemen of afdrukken',
  'learning.materials.open.cards': 'Bekijken of afdrukken',
  'learning.materials.asGiven': 'Versie {version}, zoals die voor deze bijeenkomst gekozen is.',
  'learning.materials.cardsLead': 'Op papier staat elke kaart in een kader om uit te knippen.',
  'learning.materials.code': 'Code van de sessie',
  'learning.materials.codeLead':
    'Deelnemers openen met deze code een pagina, tot 30 dagen na de sessie. Niemand ziet wie wat gelezen heeft.',
  'learning.materials.picture': 'Code om te scannen voor wat uitgedeeld wordt',
  'learning.materials.once': 'Hij is alleen nu te zien. Een nieuwe maakt hem ongeldig.',
  'learning.materials.draw': 'Trek een code',
  'learning.materials.drawAnew': 'Trek een nieuwe code',
  'learning.refused.MaterialChanged':
    'Iemand anders voegde intussen een versie toe. Laad de pagina opnieuw en bekijk die eerst.',
  'learning.refused.FileNotAllowed':
    'Dit bestand wordt niet aangenomen: de soort mag niet, het is vergrendeld, of de inhoud past niet bij de naam.',
  'learning.refused.MaterialsFull':
    'Er is al zoveel als er past: 30 bestanden, 30 versies van elk, en 100 MB in totaal voor één workshop.',
  'learning.refused.MaterialTooLarge': 'Het bestand is groter dan 10 MB.',
  'learning.refused.PageUnknown': "Het pakket heeft zo'n blad niet.",
};

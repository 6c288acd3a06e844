import type { Catalogue } from '#kernel/languages';
import type { procedures as original } from '../en/procedures.ts';

/** Texts in Dutch: the rules of each pack to read, and who signed them off. */
export const procedures: Catalogue<typeof original> = {
  'casework.procedures.title': 'Procedures',
  'casework.procedures.lead': 'De regels waar termijnen en stappen op rusten, in zinnen, met bronnen en twijfels.',
  'casework.procedures.country': 'Procedures: {country}',
  'casework.procedures.version': 'Versie {version}, geldig vanaf {day}',
  'casework.procedures.rules': '{count, plural, one {# regel} other {# regels}} met een bron',
  'casework.procedures.fromOfficial': '{count} uit officiële tekst',
  'casework.procedures.secondary': '{count} uit een tweedehands of oude bron',
  'casework.procedures.unverified': '{count} niet gecontroleerd',
  'casework.procedures.allVerified': 'geen ongecontroleerd',
  'casework.procedures.earlier': 'Eerdere versies',
  'casework.procedures.earlierVersion': 'Versie {version}',
  'casework.procedures.notHere': 'Dit pakket of deze versie is hier niet.',
  'casework.procedures.crumbs': 'Waar je bent',
  'casework.procedures.chapters': 'Hoofdstukken',
  'casework.procedures.all': 'Alle hoofdstukken',
  'casework.procedures.find': 'Zoek in dit pakket',
  'casework.procedures.findHint': 'Woorden van een regel, of de code zoals die bij een datum staat.',
  'casework.procedures.found': '{count, plural, =0 {In geen regel staan deze woorden.} one {# regel} other {# regels}}',
  'casework.procedures.foundMore': 'De eerste {shown} van {count} regels. Met meer woorden zijn het er minder.',
  'casework.procedures.print': 'Afdrukken',
  'casework.procedures.rule': 'De regel in het procedurepakket',
};

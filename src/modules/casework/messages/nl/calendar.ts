import type { Catalogue } from '#kernel/languages';
import type { calendar as original } from '../en/calendar.ts';

/** Texts of casework in Dutch: days for one's own calendar. */
export const calendar: Catalogue<typeof original> = {
  'casework.calendar.title': 'Dagen voor je eigen agenda',
  'casework.calendar.open': 'Bewaar dagen',
  'casework.calendar.warning':
    'Je agenda-app houdt deze dagen dan vast. De maker ervan ook, en iedereen die in je agenda kijkt. In een afspraak staat “Baken”, de codenaam en “datum”: niet waar het over gaat, geen plaats, geen uur, geen naam van iemand.',
  'casework.calendar.struck':
    'Alleen dagen aan de kant van de persoon. Bewaar opnieuw als er iets is veranderd: dagen schuiven mee, ook als een feit is verbeterd, en wat is gehaald wordt doorgestreept. Een dag die helemaal is vervallen, wordt doorgestreept als u bewaart vanuit het dossier zelf. Niet elke agenda-app doet dat; kijk het een keer na.',
  'casework.calendar.choices': 'Hoe',
  'casework.calendar.nameOnly': 'Schrijf alleen “Baken”',
  'casework.calendar.alarms': 'Laat de agenda mij waarschuwen, 7 dagen en 1 dag van tevoren',
  'casework.calendar.none': 'Er is geen dag om te bewaren.',
  'casework.calendar.save':
    '{count, plural, =0 {Bewaar wat is doorgestreept} one {Bewaar # dag} other {Bewaar # dagen}}',
  'casework.calendar.saved': 'Bewaard. Open het bestand met je agenda en verwijder daarna het bestand.',
  'casework.calendar.date': 'datum',
};

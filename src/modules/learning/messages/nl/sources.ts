import type { Catalogue } from '#kernel/languages';
import type { sources as original } from '../en/sources.ts';

/** Teksten over leeromgevingen die doorgeven wat mensen leerden. */
export const sources: Catalogue<typeof original> = {
  'learning.system.title': 'Een leeromgeving aansluiten',
  'learning.system.lead':
    'Een leeromgeving van deze organisatie kan doorgeven wat mensen daar leerden (xAPI). Niemand wordt genoemd: wie in de gegevens staat, wordt een code voordat er iets wordt bewaard. Het telt nog niet mee in je cijfers.',
  'learning.system.name': 'Naam van de leeromgeving',
  'learning.system.nameHint': 'zoals jullie haar noemen, bijvoorbeeld Moodle',
  'learning.system.connect': 'Een sleutel maken',
  'learning.system.once': 'Geef deze drie aan wie de leeromgeving beheert. Het geheim zie je alleen nu.',
  'learning.system.address': 'Adres (voor xAPI 1.0.3 met /1.0.3 erachter)',
  'learning.system.key': 'Sleutel',
  'learning.system.secret': 'Geheim',
  'learning.system.until': '{key}, tot en met {day}',
  'learning.system.end': 'Beëindigen',
  'learning.system.endOne': 'De sleutel van {name} beëindigen',
  'learning.system.endYes': 'Ja, beëindig de sleutel van {name}',
  'learning.system.stepUp':
    'Je maakt of beëindigt een sleutel waarmee een leeromgeving van {organisation} doorgeeft wat mensen leerden.',
  'learning.refused.SystemNameMissing': 'Geef de leeromgeving een naam.',
};

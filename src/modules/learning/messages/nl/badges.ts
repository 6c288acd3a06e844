import type { Catalogue } from '#kernel/languages';
import type { badges as original } from '../en/badges.ts';

/** Wat badges over zichzelf zeggen, voor wie ze in een ander programma leest. */
export const badges: Catalogue<typeof original> = {
  'learning.badge.description': 'Rondde de module “{title}” af (ongeveer {minutes, number} minuten, versie {version}).',
  'learning.badge.draft':
    'Het was een concept van de module: nog niet iedereen die dat moet, had het gelezen en ondertekend.',
  'learning.badge.criteria':
    'Elke verplichte scène is tot het eind gezien, elke keuze tot een einde gebracht, en de vragen aan het slot zijn beantwoord zoals de module vraagt, met zoveel pogingen als nodig. Niemand keek na wie er achter het scherm zat. Het zegt dat iemand de module deed: het is geen bewijs van bekwaamheid en geen toestemming om iets te doen. Van wie de badge is, staat er niet in: de houder laat het certificaat met dezelfde code zien.',
};

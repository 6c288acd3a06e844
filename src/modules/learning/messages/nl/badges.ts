import type { Catalogue } from '#kernel/languages';
import type { badges as original } from '../en/badges.ts';

/** Wat badges over zichzelf zeggen, voor wie ze in een ander programma leest. */
export const badges: Catalogue<typeof original> = {
  'learning.badge.description': 'Rondde de module “{title}” af (ongeveer {minutes, number} minuten, versie {version}).',
  'learning.badge.draft':
    'Het was een concept van de module: nog niet iedereen die dat moet, had het gelezen en ondertekend.',
  'learning.badge.quoted': '“{title}”',
  'learning.badge.seen': '{count, plural, one {Deze scène is} other {Deze scènes zijn}} tot het eind gezien: {titles}.',
  'learning.badge.decided':
    '{count, plural, one {De keuze in deze scène is} other {De keuzes in deze scènes zijn}} tot een einde gebracht: {titles}.',
  'learning.badge.right':
    'In één ronde {right, plural, one {is minstens # vraag} other {zijn minstens # vragen}} goed beantwoord, met zoveel pogingen als nodig.',
  'learning.badge.passable': 'Wat de module als zwaar aankondigt, mocht worden overgeslagen.',
  'learning.badge.ruleUnknown': 'Alles is gedaan wat deze versie van de module vraagt.',
  'learning.badge.criteria':
    'Niemand keek na wie er achter het scherm zat. Het zegt dat iemand de module deed: het is geen bewijs van bekwaamheid en geen toestemming om iets te doen. Van wie de badge is, staat er niet in: de houder laat het certificaat met dezelfde code zien.',
};

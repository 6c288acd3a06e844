import type { Catalogue } from '#kernel/languages';
import type { rules as original } from '../en/rules.ts';

/** Texts of casework in Dutch: newer versions of the rules, what they change, and moving to them. */
export const rules: Catalogue<typeof original> = {
  'casework.rules.title': 'Een nieuwere versie van de regels',
  'casework.rules.lead':
    'Dit dossier staat op een oudere versie. Er verandert niets tot iemand het overzet: data die zijn getoond blijven zoals ze waren.',
  'casework.rules.fromTo': '{pack}: {from}, nieuwer is {to}',
  'casework.rules.look': 'Kijk wat er zou veranderen',
  'casework.rules.changes': 'Wat er voor dit dossier zou veranderen',
  'casework.rules.noChange': 'Van wat vandaag wordt getoond zou niets veranderen.',
  'casework.rules.datesStay':
    '{count, plural, =0 {Er blijft geen datum} one {# datum blijft} other {# data blijven}} zoals hij is.',
  'casework.rules.reason': 'Waarom wordt het dossier overgezet?',
  'casework.rules.reasonHint': 'Bijvoorbeeld: de wet is veranderd, en de advocaat is het ermee eens.',
  'casework.rules.reasonNeeded': 'Schrijf op waarom voor je het overzet',
  'casework.rules.move': 'Zet over naar de nieuwere regels',
  'casework.rules.cannot':
    'De nieuwere versie kan niet lezen wat hier is vastgelegd, dus dit dossier blijft zoals het is. Zeg het je coördinator: {why}',
  'casework.rules.notYours': 'De vaste vrijwilliger of een coördinator van dit dossier kan het overzetten.',
  'casework.rules.history': 'Eerdere versies van de regels',
  'casework.rules.moved': '{day}, {name}: van {from} naar {to}. {reason}',
  'casework.change.date.moved': '{title}: {before} wordt {after}',
  'casework.change.date.state': '{title}, {day}: {before} wordt {after}',
  'casework.change.date.new': '{title}: nieuw, {after}',
  'casework.change.date.gone': '{title}: is er niet meer (was {before})',
  'casework.change.date.confidence':
    '{title}, {day}: dezelfde dag, maar hoe zeker die is gaat van {before} naar {after}',
  'casework.change.stage': '{track}: {before} wordt {after}',
  'casework.change.none': 'niets',
  'casework.change.new': 'Nieuw: {text}',
  'casework.change.gone': 'Niet meer: {text}',
  'casework.change.other': 'Anders dan eerst: {text}',
  'casework.change.what.right': 'Rechten',
  'casework.change.what.obligation': 'Plichten',
  'casework.change.what.document': 'Papieren',
  'casework.change.what.warning': 'Waarschuwingen',
  'casework.change.what.step': 'Volgende stappen',
  'casework.change.what.stage': 'Waar de persoon staat',
  'casework.change.what.date': 'Data',
  'casework.change.state.running': 'loopt',
  'casework.change.state.met': 'gehaald',
  'casework.change.state.missed': 'niet gehaald',
  'casework.change.state.superseded': 'niet meer gevraagd',
  'casework.change.confidence.A': 'nieuwste officiële tekst',
  'casework.change.confidence.B': 'officiële tekst van 2015 tot en met 2022',
  'casework.change.confidence.C': 'tweede hand of verouderd',
  'casework.change.confidence.GK': 'niet gecontroleerd',
};

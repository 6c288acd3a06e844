import type { Catalogue } from '#kernel/languages';
import type { rules as original } from '../en/rules.ts';

/** Texts of casework in Dutch: newer versions of the rules, what they change, and moving to them. */
export const rules: Catalogue<typeof original> = {
  'casework.rules.title': 'Een nieuwere versie van de regels',
  'casework.rules.lead':
    'Dit dossier staat op een oudere versie. Er verandert niets tot iemand het overzet: data die zijn getoond blijven zoals ze waren.',
  'casework.rules.fromTo': 'Nu: versie {from}. Nieuwer: versie {to}.',
  'casework.rules.about': 'Het gaat om: {packs}.',
  'casework.rules.look': 'Kijk wat er zou veranderen',
  'casework.rules.changes': 'Wat er voor dit dossier zou veranderen',
  'casework.rules.noChange': 'Van wat vandaag wordt getoond zou niets veranderen.',
  'casework.rules.datesStay':
    '{count, plural, =0 {Er is geen andere datum.} one {# andere datum blijft zoals die is.} other {# andere data blijven zoals ze zijn.}}',
  'casework.rules.reason': 'Waarom wordt het dossier overgezet?',
  'casework.rules.reasonHint': 'Bijvoorbeeld: de wet is veranderd, en de advocaat is het ermee eens.',
  'casework.rules.reasonNeeded': 'Schrijf op waarom voor je het overzet',
  'casework.rules.move': 'Zet over naar de nieuwere regels',
  'casework.rules.cannot':
    'De nieuwere versie kan niet lezen wat hier is vastgelegd, dus dit dossier blijft zoals het is. Zeg het je coördinator: {why}',
  'casework.rules.notYours': 'De vaste vrijwilliger of een coördinator van dit dossier kan het overzetten.',
  'casework.rules.history': 'Eerdere versies van de regels',
  'casework.rules.moved': '{day}, {name}: van {from} naar {to}. {reason}',
  'casework.manyRules.title': 'Nieuwere regels',
  'casework.manyRules.lead':
    'Dossiers blijven op de regels waarmee ze begonnen. Kijk hier wat nieuwere regels zouden veranderen, en zet dossiers één voor één of met veel tegelijk over.',
  'casework.manyRules.older': 'Dossiers op oudere regels',
  'casework.manyRules.none': 'Geen lopend dossier van jou staat op oudere regels.',
  'casework.manyRules.lookLead':
    'Elk dossier wordt op dit apparaat geopend en hier vergeleken; de server hoort niets over wat erin staat. Veel dossiers tegelijk openen geeft een bericht aan de andere coördinatoren.',
  'casework.manyRules.look': 'Kijk naar {count, plural, one {# dossier} other {# dossiers}}',
  'casework.manyRules.run.look': 'Kijken wat er zou veranderen',
  'casework.manyRules.run.move': 'Dossiers overzetten',
  'casework.manyRules.run.back': 'Dossiers terugzetten',
  'casework.manyRules.running.look': '{done} van {of} dossiers bekeken',
  'casework.manyRules.running.move': '{done} van {of} dossiers overgezet of geweigerd',
  'casework.manyRules.running.back': '{done} van {of} dossiers teruggezet of gelaten zoals ze zijn',
  'casework.manyRules.stop': 'Stop na dit dossier',
  'casework.manyRules.found': 'Wat er zou veranderen',
  'casework.manyRules.counts': '{count, plural, one {# dossier} other {# dossiers}}, {same} zonder veranderde datum',
  'casework.manyRules.chooseSame':
    'Kies {count, plural, one {het ene dossier} other {# dossiers}} waarin geen datum verandert',
  'casework.manyRules.choose': 'Kies {case}',
  'casework.manyRules.changes':
    '{dates, plural, =0 {geen datum verandert} one {# datum verandert} other {# data veranderen}}{others, plural, =0 {} one {, en # ander ding} other {, en # andere dingen}}',
  'casework.manyRules.which': 'Data van {case}',
  'casework.manyRules.tooMany': 'Hooguit {most} dossiers tegelijk. Kies er minder.',
  'casework.manyRules.chooseFirst': 'Kies de dossiers die worden overgezet.',
  'casework.manyRules.move': 'Zet {count, plural, =0 {de gekozen dossiers} one {# dossier} other {# dossiers}} over',
  'casework.manyRules.moved': 'Overgezet',
  'casework.manyRules.notMoved': 'Niet overgezet, en zoals het was: {why}',
  'casework.manyRules.done': 'Wat ervan is geworden',
  'casework.manyRules.result.move':
    '{done, plural, =0 {Geen dossier is overgezet.} one {# dossier is overgezet.} other {# dossiers zijn overgezet.}}{refused, plural, =0 {} one { # niet; dat is zoals het was.} other { # niet; die zijn zoals ze waren.}}{left, plural, =0 {} one { Aan # is niet begonnen.} other { Aan # is niet begonnen.}}',
  'casework.manyRules.result.back':
    '{done, plural, =0 {Geen dossier is teruggezet.} one {# dossier staat weer op de regels van eerst.} other {# dossiers staan weer op de regels van eerst.}}{refused, plural, =0 {} one { # blijft op de nieuwere regels; hieronder staat waarom.} other { # blijven op de nieuwere regels; hieronder staat waarom.}}{left, plural, =0 {} one { Aan # is niet begonnen.} other { Aan # is niet begonnen.}}',
  'casework.manyRules.backLead':
    'Je kunt dit terugdraaien: elk dossier staat dan weer op zijn regels van eerst, tenzij er sindsdien iets in de route is vastgelegd. De geschiedenis bewaart beide.',
  'casework.manyRules.back': 'Ongedaan maken: zet {count, plural, one {# dossier} other {# dossiers}} terug',
  'casework.manyRules.backReason': 'Teruggedraaid nadat veel dossiers tegelijk waren overgezet.',
  'casework.manyRules.movedBack': 'Teruggezet',
  'casework.manyRules.newerSince':
    'Niet teruggezet: er is sindsdien iets in de route vastgelegd. Het staat op de nieuwere regels.',
  'casework.manyRules.notMovedBack': 'Niet teruggezet, dus het staat op de nieuwere regels: {why}',
  'casework.manyRules.waiting':
    '{count, plural, one {# dossier staat} other {# dossiers staan}} op oudere regels. Er verandert niets tot iemand ze overzet.',
  'casework.manyRules.open': 'Kijk wat er zou veranderen',
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

import type { Catalogue } from '#kernel/languages';
import type { figures as original } from '../en/figures.ts';

/** Texts of figures in Dutch. */
export const figures: Catalogue<typeof original> = {
  'learning.figures.title': 'Wie er leerde in {year}',
  'learning.figures.loading': 'De cijfers worden opgehaald',
  'learning.figures.none': 'Er is voor {year} nog geen getal dat getoond mag worden.',
  'learning.figures.sentence':
    'In {year} rondden {people, plural, one {# persoon} other {# mensen}} van {organisations, plural, one {# organisatie} other {# organisaties}} “{title}” af.',
  'learning.figures.nobodyYet':
    'Er is nog geen getal dat getoond mag worden van mensen die “{title}” in {year} afrondden.',
  'learning.figures.asOf':
    'Onze eigen organisatie is geteld tot en met {day}, andere tot het einde van de maand die erbij staat.',
  'learning.figures.notYet':
    'Nog niet erin: latere maanden van {held, plural, one {# organisatie} other {# organisaties}}, omdat er minder dan 10 zouden staan.',
  'learning.figures.byMonth': 'Per maand, organisatie en taal',
  'learning.figures.year': 'Jaar',
  'learning.figures.pictures': 'Mensen die voor het eerst in {year} afrondden, per maand',
  'learning.figures.picture':
    '{organisation}: {people, plural, one {# persoon} other {# mensen}}. Elke maand staat in de tabel hieronder.',
  'learning.figures.dashed': 'Een gestippeld kader wordt aangehouden: minder dan 10 in een kolom van de tabel.',
  'learning.figures.inAll': 'Samen',
  'learning.figures.organisation': 'Organisatie',
  'learning.figures.until': 'Geteld tot en met',
  'learning.figures.began': 'Begonnen',
  'learning.figures.people': 'Mensen klaar',
  'learning.figures.completions': 'Rondes klaar',
  'learning.figures.certificates': 'Certificaten gemaakt',
  'learning.figures.upTo': 'tot en met {month}',
  'learning.figures.monthsOf': 'Maand voor maand: {organisation}',
  'learning.figures.months': 'Maanden',
  'learning.figures.span': '{from} – {until}',
  'learning.figures.later': 'volgt later',
  'learning.figures.few': 'aangehouden: minder dan 10 in een kolom',
  'learning.figures.unknown': 'niet bekend',
  'learning.figures.nothing': 'geen',
  'learning.figures.languages': 'Per taal',
  'learning.figures.language': 'Taal',
  'learning.figures.own': 'Onze eigen',
  'learning.figures.others': 'Alle andere samen, tot en met {month}',
  'learning.figures.othersNone': 'Alle andere samen',
  'learning.figures.how': 'Hoe dit is geteld',
  'learning.figures.route':
    'Bekend uit onze eigen speler, van mensen die de code van hun organisatie gaven; daarbij ontvangstbewijzen van mensen die zonder verbinding afrondden, geteld in de maand waarin een coördinator ze meetelde.',
  'learning.figures.rule':
    'Mensen tellen één keer per jaar, in de maand waarin zij voor het eerst afrondden; wie nog eens afrondt, is één ronde meer. Van andere organisaties staan er afgesloten maanden, samengenomen tot elk getal nul is of ten minste 10, zodat niemand te herkennen is, ook niet door af te trekken. “Volgt later” betekent dat een getal in een van de volgende regels zit.',
  'learning.figures.notIn':
    'Niet erin: wie geen code gaf, modules in andere leersystemen tenzij een regel dat zegt, en van andere organisaties de lopende maand en wat wordt aangehouden. Certificaten die later zijn ingetrokken, tellen mee.',
  'learning.figures.allLanguages': 'alle',
  'learning.figures.module': 'Module',
  'learning.figures.from': 'Van',
  'learning.figures.to': 'Tot en met',
  'learning.figures.source': 'Hoe het bekend is',
  'learning.figures.asOfDay': 'Stand van',
  'learning.figures.note': 'Niet erin',
  'learning.figures.workshops': 'Workshops',
  'learning.figures.workshopsLead':
    'Hoeveel plaatsen gebruikt zijn: wie twee keer kwam, telt twee keer. Ze worden nooit opgeteld bij mensen die een module afrondden.',
  'learning.figures.presences': 'Gebruikte plaatsen',
  'learning.figures.ownPeople': 'Onze eigen mensen',
  'learning.figures.guests': 'Gasten van geen organisatie',
  'learning.figures.workshopsRoute':
    'Bekend uit lijsten van wie er was, bijgehouden door wie leidde, en door de code van de zaal.',
  'learning.figures.workshopsHow':
    'Wie er was maar op geen lijst staat, telt niet mee. Wat gecorrigeerd wordt nadat een maand verteld is, telt in de maand van de correctie, of blijft staan.',
  'learning.figures.sheet': 'Cijfers',
  'learning.effect.sheet': 'Wat er is geleerd',
  'learning.effect.title': 'Wat er is geleerd: verhalen vooraf en achteraf',
  'learning.effect.none':
    'Er is nog niets te melden: daarvoor moeten ten minste 10 mensen de verhalen vooraf en achteraf hebben beoordeeld, in afgesloten maanden.',
  'learning.effect.pairsUntil':
    'Tot en met {month}: {pairs, plural, one {# persoon} other {# mensen}} van alle organisaties samen beoordeelden de verhalen vooraf en achteraf.',
  'learning.effect.drop':
    '{people, plural, =0 {Niemand beoordeelde ze alleen vooraf.} one {Nog # beoordeelde ze alleen vooraf.} other {Nog # beoordeelden ze alleen vooraf.}}',
  'learning.effect.dropLater': 'Hoeveel mensen ze alleen vooraf beoordeelden, volgt later.',
  'learning.effect.measure': 'Maat',
  'learning.effect.before': 'Vooraf',
  'learning.effect.after': 'Achteraf',
  'learning.effect.difference': 'Verschil',
  'learning.effect.low': 'Van (95 %)',
  'learning.effect.high': 'Tot (95 %)',
  'learning.effect.pairs': 'Mensen met beide',
  'learning.effect.droppedOut': 'Alleen vooraf',
  'learning.effect.method': 'Hoe het is berekend',
  'learning.effect.differenceWith': 'Verschil, met 95 %-interval',
  'learning.effect.share': '{share, number} %',
  'learning.effect.points': '{mean} punten ({low} tot {high})',
  'learning.effect.hitRate': 'Signalen opgemerkt',
  'learning.effect.falseAlarmRate': 'Vals alarm',
  'learning.effect.heavyRate': 'Daarvan dringend genoemd',
  'learning.effect.sensitivity': 'Uit elkaar gehouden (d′)',
  'learning.effect.sureRight': 'Hoe zeker als het klopte (1 tot 3)',
  'learning.effect.sureWrong': 'Hoe zeker als het niet klopte (1 tot 3)',
  'learning.effect.read':
    'Meer signalen opmerken is alleen goed als het vals alarm niet meegroeit: d′ is groter naarmate de twee soorten verhalen beter uit elkaar worden gehouden. Ligt 0 in het interval, dan kan het verschil toeval zijn.',
  'learning.effect.how':
    'Van mensen die een code gaven en in hun eerste ronde alle verhalen van beide vormen beoordeelden. Verschillen zijn per persoon genomen, met een 95 %-interval volgens Student (t); d′ met de loglineaire correctie. Niemand staat hier alleen, en geen organisatie.',
  'learning.figures.csv': 'Bewaar als CSV',
  'learning.figures.xlsx': 'Bewaar als Excel',
  'learning.figures.made': 'Het bestand is gemaakt en aan je browser gegeven.',
};

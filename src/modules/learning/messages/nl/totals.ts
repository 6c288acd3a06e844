import type { Catalogue } from '#kernel/languages';
import type { totals as original } from '../en/totals.ts';

/** Texts of sums in Dutch. */
export const totals: Catalogue<typeof original> = {
  'learning.organise.part.totals': 'Opgaven van anderen',
  'learning.totals.title': 'Aantallen die organisaties opgeven',
  'learning.totals.lead':
    'Een organisatie met een eigen leersysteem kan opgeven hoeveel van haar mensen klaar zijn. Zulke aantallen staan apart in de cijfers, met erbij dat de organisatie ze opgaf. Ze noemen niemand.',
  'learning.totals.loading': 'De opgaven worden opgehaald',
  'learning.totals.none': 'Voor {year} is nog niets opgegeven.',
  'learning.totals.nobody': 'Voeg eerst een organisatie toe, onder “Organisaties”.',
  'learning.totals.done': 'Bewaard. De cijfers tonen het voor zover het getoond mag worden.',
  'learning.totals.tell': 'Aantallen toevoegen',
  'learning.totals.tellLead':
    'Van maanden die voorbij zijn. Vraag zoveel maanden samen dat het ten minste 10 mensen zijn: minder wordt bewaard maar niet getoond.',
  'learning.totals.from': 'Vanaf maand',
  'learning.totals.until': 'Tot en met maand',
  'learning.totals.untilHint': 'De laatste maand die erin zit.',
  'learning.totals.peopleHint': 'Ieder één keer per jaar, in de maand waarin hij of zij voor het eerst klaar was.',
  'learning.totals.completionsHint': 'Met wie nog eens afrondde. Laat het leeg als het er evenveel zijn als mensen.',
  'learning.totals.file': 'Of een bestand met een regel voor elk',
  'learning.totals.fileHint':
    'CSV: eerste maand (1 tot 12), laatste maand, mensen klaar, rondes klaar. Geen namen. Een gekozen bestand komt in de plaats van de vakken hierboven.',
  'learning.totals.badLine': 'Regel {line} is niet te lezen. Van het bestand wordt niets overgenomen.',
  'learning.totals.read':
    'Het bestand heeft {lines, plural, one {# regel} other {# regels}} met samen {people, plural, one {# persoon} other {# mensen}}.',
  'learning.totals.basis': 'Waarvan zij het weten',
  'learning.totals.basis.system': 'hun leersysteem',
  'learning.totals.basis.lists': 'hun lijsten van wie er was',
  'learning.totals.basis.estimate': 'een schatting',
  'learning.totals.beside': 'Waarom telt niemand dubbel?',
  'learning.totals.besideHint':
    'Alleen als een andere manier van tellen ernaast blijft. Eén zin; die staat onder de cijfers. Noem niemand.',
  'learning.totals.choose': 'Kies hoe er geteld wordt',
  'learning.totals.chooseLead':
    'Elke organisatie wordt in een module en een jaar op één manier geteld. Een andere komt er alleen voor in de plaats zolang er niets geteld is; later komt zij ernaast, met een reden.',
  'learning.totals.systems': 'Tel een module uit hun systeem',
  'learning.totals.systemsLead':
    'Een gekoppeld leersysteem meldt wat mensen daar afrondden. Kies welke module daar de onze is: vanaf dan telt wie hem afrondt, ieder onder een verzonnen naam. Wat het eerder meldde, telt vandaag.',
  'learning.totals.activity': 'Module in hun systeem',
  'learning.totals.noActivity': 'Geen gekoppeld systeem van deze organisatie meldde nog dat iemand iets afrondde.',
  'learning.totals.isCounted': '“{activity}” telt als “{module}”.',
  'learning.totals.says': '{system}: {verb}',
  'learning.totals.verb.completed': 'meldt “afgerond”',
  'learning.totals.verb.passed': 'meldt “geslaagd”',
  'learning.totals.verb.satisfied': 'meldt “voldaan”, van alle delen',
  'learning.totals.route': 'Hoe er in {year} geteld wordt',
  'learning.totals.register': 'Opgaven zoals ze binnenkwamen',
  'learning.totals.came': 'Binnengekomen',
  'learning.totals.means.typed': 'getypt',
  'learning.totals.means.file': 'uit een bestand',
  'learning.totals.state': 'Stand',
  'learning.totals.correct': 'Verbeter',
  'learning.totals.correctOne': 'Verbeter {months}',
  'learning.totals.correctLead':
    'De nieuwe aantallen gelden vanaf nu; de oude blijven in deze lijst staan. Met 0 neem je een opgave terug.',
  'learning.totals.corrected': 'verbeterd',
  'learning.totals.waiting': 'Een verbetering volgt zodra zij getoond mag worden.',
  'learning.totals.told': 'Door organisaties zelf opgegeven, niet door ons geteld',
  'learning.totals.few': 'minder dan 10',
  'learning.totals.notIn':
    'Deze aantallen gaven de organisaties op; wij kunnen ze niet nagaan, en ze zijn niet opgeteld bij wat wij telden. Niet erin: maanden waarvan niets is opgegeven, aantallen per taal, en verbeteringen waaruit minder dan 10 zouden blijken.',
  'learning.totals.source': 'Opgegeven door de organisatie ({basis}); niet door ons geteld.',
  'learning.totals.sentence':
    'Daarnaast {organisations, plural, one {gaf # organisatie} other {gaven # organisaties}} op dat {people, plural, one {# persoon} other {# mensen}} klaar {people, plural, one {is} other {zijn}}; wij hebben hen niet geteld.',
  'learning.route.title': 'Anders geteld',
  'learning.route.player': 'onze eigen speler',
  'learning.route.source': 'hun leersysteem',
  'learning.route.receipts': 'ontvangstbewijzen van pakketten',
  'learning.route.totals': 'aantallen die zij opgeven',
  'learning.route.since': '{route}, gekozen op {day}',
  'learning.route.row': '{organisation}, via {route}',
  'learning.route.noPlayer': 'Wie van hen in onze eigen speler afrondt, zit niet in deze cijfers.',
  'learning.route.sourceLong':
    'Bekend uit meldingen van een leersysteem van de organisatie; ieder onder een verzonnen naam, elke melding één keer.',
  'learning.route.played': 'pakketten van elders',
  'learning.route.playedLong':
    'Bekend uit wat het pakket zelf zei, bij onze eigen mensen die het hier met hun account openden; ieder één keer per jaar. Wat een pakket later terugneemt, blijft geteld. Niet erin: wie het elders deed.',
  'learning.route.receiptsLong':
    'Bekend uit ontvangstbewijzen van pakketten die een coördinator telde, elk één keer. Er staat geen naam in: wie twee keer afrondde, telt twee keer, en wie nooit een bewijs bracht, zit er niet in.',
  'learning.refused.MonthOpen': 'Opgaven en keuzes zijn voor maanden die voorbij zijn. Kies eerdere maanden.',
  'learning.refused.MonthsTaken': 'Voor een van deze maanden is er al een opgave. Verbeter die.',
  'learning.refused.MonthsTurned': 'De laatste maand ligt voor de eerste.',
  'learning.refused.NumberMissing': 'Typ in cijfers hoeveel mensen het zijn.',
  'learning.refused.RunsFewer': 'Er kunnen niet minder rondes zijn dan mensen: ieder heeft er één.',
  'learning.refused.FileUnread': 'Kies een bestand dat te lezen is, of geen.',
  'learning.refused.ReasonShort': 'Zeg in één zin waarom niemand dubbel telt.',
  'learning.refused.RouteTaken':
    'Deze organisatie wordt in deze module en dit jaar al op een andere manier geteld. Zeg waarom niemand dubbel telt, of laat het.',
  'learning.refused.ActivityCounted': 'Deze module uit hun systeem telt al mee.',
  'learning.refused.RouteThere': 'Deze organisatie wordt al zo geteld.',
};

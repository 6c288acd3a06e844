import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';
import { abroad } from './nl/abroad.ts';
import { estimate } from './nl/estimate.ts';
import { ledger } from './nl/ledger.ts';

export const nl: Catalogue<typeof en> = {
  ...abroad,
  ...estimate,
  ...ledger,
  'diplomacy.check.title': 'Tabel controleren',
  'diplomacy.check.lead':
    'Wat kan een vreemde bewijzen uit een tabel van jullie? De echte aantallen blijven in deze browser: ze worden nooit verstuurd of bewaard.',
  'diplomacy.check.table': 'De echte aantallen',
  'diplomacy.check.paste': 'Tabel',
  'diplomacy.check.pasteHint':
    'Kopieer de tabel uit een rekenblad en plak die hier. De eerste rij en kolom mogen namen van groepen bevatten: nooit namen van mensen.',
  'diplomacy.check.open': 'Of open een bestand: een rekenblad (XLSX) of tekst met komma’s (CSV)',
  'diplomacy.check.sheet':
    'Blad "{title}" is gelezen{count, plural, one {} other {; er zijn # bladen, naar de andere is niet gekeken}}.',
  'diplomacy.check.edges': 'Wat er aan de randen staat',
  'diplomacy.check.columnNames': 'De eerste rij bevat namen van groepen',
  'diplomacy.check.rowNames': 'De eerste kolom bevat namen van groepen',
  'diplomacy.check.totals': 'De laatste rij en de laatste kolom zijn totalen',
  'diplomacy.check.do': 'Controleren',
  'diplomacy.check.checking': 'Wordt uitgerekend zoals een buitenstaander dat zou doen: {programs} vragen opgelost.',
  'diplomacy.check.stop': 'Stoppen',
  'diplomacy.check.stopped': 'Gestopt voor het einde. Een tabel die niet is gecontroleerd mag niet naar buiten.',
  'diplomacy.check.notChecked':
    'De tabel kon niet worden gecontroleerd en mag dus niet naar buiten. Met een kleinere tabel lukt het misschien wel.',
  'diplomacy.check.verdict': 'Oordeel',
  'diplomacy.check.verdictIs': 'Oordeel: {verdict}',
  'diplomacy.check.verdict.pass': 'Mag naar buiten',
  'diplomacy.check.verdict.warn': 'Alleen met een reden',
  'diplomacy.check.verdict.block': 'Mag niet naar buiten',
  'diplomacy.check.says.pass':
    'Op zichzelf verraadt deze tabel niemand. Samen met wat eerder is gepubliceerd kan dat nog wel: hieronder kan het worden gecontroleerd met alles wat is vrijgegeven.',
  'diplomacy.check.says.warn':
    'Een buitenstaander kan bewijzen dat er iemand in een kleine groep zit, of bijna iedereen in een groep deelt iets. Wie de tabel goedkeurt schrijft op waarom die toch naar buiten mag.',
  'diplomacy.check.says.block':
    'Een buitenstaander kan een kleine groep bijna precies uitrekenen, of wat iedereen in een groep deelt.',
  'diplomacy.check.place': '{row}, {column}',
  'diplomacy.check.reason.too-narrow': '{place}: te bewijzen valt dat het om {low} tot {high} mensen gaat.',
  'diplomacy.check.reason.not-zero':
    '{place}: te bewijzen valt dat het om {low} tot {high} mensen gaat, dus dat er iemand is.',
  'diplomacy.check.reason.shown-small': '{place}: er staat een klein aantal.',
  'diplomacy.check.reason.all-in-one':
    '{place}: iedereen van een grotere groep zit hierin. Van wie bekend is dat die in de ene zit, is dan ook de andere bekend.',
  'diplomacy.check.reason.nearly-all-in-one':
    '{place}: op hoogstens twee na zit iedereen van een grotere groep hierin. Twee mensen die vergelijken wat ze weten, weten het van de anderen.',
  'diplomacy.check.published': 'De tabel volgens de 10-5-regel',
  'diplomacy.check.rule':
    'Groepen onder de 10 staan er als "<10", ook als er niemand in zit; alle andere aantallen gaan naar het dichtstbijzijnde vijftal, elk voor zich, dus kolommen hoeven niet op te tellen.',
  'diplomacy.check.proof': 'Onder elk aantal staat wat er van het echte te bewijzen valt.',
  'diplomacy.check.all': 'Totaal',
  'diplomacy.check.group': 'Groep',
  'diplomacy.check.between': '{low} tot {high}',
  'diplomacy.check.csv': 'Tabel opslaan (CSV)',
  'diplomacy.check.xlsx': 'Tabel opslaan (XLSX)',
  'diplomacy.check.sheetTable': 'Tabel',
  'diplomacy.check.sheetRule': 'De regel',
  'diplomacy.check.record': 'Verslag van de controle opslaan (JSON)',
  'diplomacy.check.repairs': 'Wat zou helpen',
  'diplomacy.check.noRepair':
    'Er zijn geen twee rijen of kolommen die samengenomen helpen. Minder categorieën, of alleen totalen, misschien wel.',
  'diplomacy.check.join.rows': 'Neem de rijen "{first}" en "{second}" samen',
  'diplomacy.check.join.columns': 'Neem de kolommen "{first}" en "{second}" samen',
  'diplomacy.check.refused.TableEmpty': 'Plak eerst een tabel.',
  'diplomacy.check.refused.TableRagged': 'Rij {row} heeft niet evenveel cellen als de eerste.',
  'diplomacy.check.refused.TableSmall': 'Een tabel heeft ten minste twee rijen en één kolom, naast namen en totalen.',
  'diplomacy.check.refused.TableLarge': 'Dit zijn meer dan 400 cellen. Controleer delen ervan.',
  'diplomacy.check.refused.CountMalformed':
    'Rij {row}, cel {column}: een aantal is een geheel getal vanaf 0, zonder punten of komma’s.',
  'diplomacy.check.refused.TotalWrong':
    'Rij {row}, cel {column}: dit totaal is niet de som van de aantallen. Heeft de tabel geen totalen, zeg dat dan hieronder.',
};

import type { Catalogue } from '#kernel/languages';
import type { words as original } from '../en/words.ts';

/** Texts in Dutch: words that many screens use, and what is refused. */
export const words: Catalogue<typeof original> = {
  'casework.refusal.Stale': 'Iemand heeft dit intussen veranderd. Wat je hebt getypt is bewaard.',
  'casework.refusal.Failed':
    'Er ging iets mis op deze pagina. Misschien is het toch bewaard: kijk eerst voordat je het opnieuw doet.',
  'casework.refusal.StateForbids': 'Dit kan niet in de stand van dit dossier.',
  'casework.refusal.AttestationMissing': 'Er moet eerst iets gedaan en bevestigd worden.',
  'casework.refusal.SecondPersonNeeded': 'Een andere coördinator moet dit doen: jij hebt het gevraagd.',
  'casework.refusal.RoleEnded':
    'De rol van deze persoon is afgelopen. Vraag een coördinator om die eerst te verlengen.',
  'casework.refusal.TrainingNotValid':
    'Deze persoon heeft niet alle scholing die gevraagd wordt, of die is verlopen. Op “Scholing” staat wat er ontbreekt.',
  'casework.refusal.TooFewMembers': 'Minstens twee mensen moeten een dossier kunnen openen.',
  'casework.refusal.CodedDoesNotFit':
    'De datums die de server toont zijn niet die welke een collega heeft ondertekend. Vertrouw er niet op en vertel het je coördinator.',
  'casework.refusal.RecordsDoNotFit':
    'Stop. Iets in dit dossier is niet wat een collega heeft ondertekend. Daarom kan er niets worden geschreven. Bel je coördinator.',
  'casework.refusal.HashMismatch':
    'Stop. Dit bestand is niet het bestand dat hier is neergezet. Het is niet geopend. Bel je coördinator.',
  'casework.refusal.NoKey':
    'Dit apparaat kreeg de sleutel van dit dossier niet. Er kan niets worden gelezen of geschreven.',
  'casework.refusal.SchemaNewer':
    'Geschreven door een nieuwere Baken. Het blijft zoals het is; laad de pagina opnieuw om het te zien.',
  'casework.refusal.RecordUnfit': 'Dit onderdeel klopt niet en wordt niet getoond.',
  'casework.refusal.ContentInvalid': 'Er is iets ingevuld dat niet kan worden bewaard.',
  'casework.refusal.ContentTooLarge': 'Dit is te lang om in één keer te bewaren.',
  'casework.refusal.ApplicationFrozen': 'Deze aanvraag is verstuurd en kan niet meer worden veranderd.',
  'casework.refusal.MonthClosed': 'Deze maand is gesloten voor uren.',
  'casework.refusal.HoursBelowZero': 'Er staan minder uren in deze maand dan je eraf haalt.',
  'casework.refusal.AssigneeNotMember': 'Deze persoon werkt niet aan dit dossier.',
  'casework.refusal.EmbassyBlocked': 'Eerst moet een veiligheidscheck zeggen of de autoriteiten thuis het mogen weten.',
  'casework.refusal.AppointmentOver': 'Deze afspraak is voorbij en kan niet meer worden gewijzigd.',
  'casework.refusal.NotFound': 'Dit is hier niet, of je hebt er geen toegang toe.',
  'casework.refusal.BodyInvalid':
    'Er is iets ingevuld dat de server niet aanneemt. Er is niets opgeslagen. Kijk na wat je typte en probeer opnieuw.',
  'casework.refusal.DayInFuture': 'Deze dag moet nog komen. Kies vandaag of een eerdere dag.',
  'casework.refusal.TaskDone': 'Deze taak is intussen gedaan.',
  'casework.refusal.FactPutRight':
    'Iemand heeft dit feit intussen hersteld of eruit gehaald. Bekijk eerst wat er nu staat.',
  'casework.refusal.ReasonMissing': 'Schrijf op waarom: de oude datum blijft leesbaar, en de reden ook.',
  'casework.refusal.SpaceFull':
    'In dit dossier is geen ruimte meer voor bestanden. Er is niets opgeslagen. Zeg het wie Baken beheert.',
  'casework.refusal.CodeNameTaken': 'Deze codenaam is al gebruikt. Probeer opnieuw; Baken maakt een andere.',
  'casework.refusal.IdTaken': 'Dit is al eerder onder hetzelfde nummer opgeslagen. Laad de pagina opnieuw en kijk.',
  'casework.refusal.OperationInvalid':
    'De server kon deze wijziging niet aannemen. Er is niets opgeslagen. Laad de pagina opnieuw en probeer nog een keer.',
  'casework.refusal.KeyNotCurrent':
    'De sleutels van een collega zijn intussen veranderd. Er is niets opgeslagen. Laad de pagina opnieuw en probeer nog een keer.',
  'casework.refusal.KeysDoubted':
    'Het veiligheidsnummer van een collega was anders, en dat is niet opgelost. Er is niets gedeeld. Kijk onder Mensen.',
  'casework.refusal.RotationMissing':
    'De toegang van iemand is gestopt en het dossier moet eerst een nieuwe sleutel krijgen. Laad de pagina opnieuw en probeer nog een keer.',
  'casework.save': 'Opslaan',
  'casework.saving': 'Bezig met opslaan',
  'casework.cancel': 'Annuleer',
  'casework.change': 'Wijzig',
  'casework.undo': 'Ongedaan maken',
  'casework.tryAgain': 'Probeer opnieuw',
  'casework.optional': 'mag leeg blijven',
  'casework.problem': 'Er klopt iets niet',
  'casework.day': 'Dag',
  'casework.month': 'Maand',
  'casework.year': 'Jaar',
  'casework.yes': 'Ja',
  'casework.no': 'Nee',
  'casework.minutes': '{count} min',
  'casework.noSuchDay':
    'Deze dag bestaat niet. Schrijf dag, maand en een jaar van vier cijfers, bijvoorbeeld 27 11 2026',
  'casework.takeOut': 'Haal weg',
  'casework.refusal.StatementAgreed': 'De persoon is akkoord met deze woorden. Er kan alleen nog iets bij.',
  'casework.refusal.StatementMissing': 'Deze woorden zijn nog geen verklaring. Wijzig ze in plaats daarvan.',
};

import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';

/** De woorden van bestanden, het leesvenster, sjablonen en formulieren, in het Nederlands. */
export const nl: Catalogue<typeof en> = {
  'documents.viewer.label': 'Het bestand “{name}”',
  'documents.viewer.opening': 'Het bestand wordt geopend',
  'documents.viewer.larger': 'Groter',
  'documents.viewer.smaller': 'Kleiner',
  'documents.viewer.place': 'pagina {page} van {pages}',
  'documents.viewer.picture': 'De afbeelding',
  'documents.viewer.failed.ViewerCannotShow':
    'Dit bestand kan hier niet getoond worden. Je kunt het opslaan en met een ander programma openen.',
  'documents.viewer.failed.ViewerNeedsPassword':
    'Dit bestand heeft een wachtwoord. Sla het op, open het met het wachtwoord en bewaar een kopie zonder.',
  'documents.viewer.save': 'Bewaar een kopie',
  'documents.viewer.saveAnyway': 'Sla op deze computer op',
  'documents.viewer.office':
    'Baken toont dit soort bestanden niet. Je kunt het opslaan en in een ander programma openen.',
  'documents.viewer.warning':
    'De kopie is niet verzegeld: wie deze computer gebruikt kan haar lezen. Baken kan bestanden niet op virussen controleren. Verwijder de kopie als je klaar bent.',
  'documents.upload.checking': 'Het bestand wordt gecontroleerd',
  'documents.upload.taken': '{name} staat klaar',
  'documents.upload.encrypted': 'Deze PDF heeft een wachtwoord. Je kunt hem bewaren, maar hij kan niet in een bundel.',
  'documents.upload.evidence': 'Bewaar als bewijs',
  'documents.upload.evidenceHint':
    'Meestal halen we plaats en tijd uit een foto. Als bewijs blijft hij precies zoals hij is.',
  'documents.refused.FileEmpty': 'Dit bestand is leeg.',
  'documents.refused.FileTooLarge': 'Dit bestand is groter dan 25 MB.',
  'documents.refused.KindNotAllowed': 'Dit soort bestand nemen we niet aan. Sla het op als PDF en probeer het opnieuw.',
  'documents.refused.ContentContradictsName': 'In dit bestand zit iets anders dan de naam zegt.',
  'documents.refused.FileUnreadable': 'Dit bestand is beschadigd of niet compleet.',
  'documents.refused.PictureTooLarge': 'Deze afbeelding heeft meer dan 50 miljoen punten. Maak haar kleiner.',
  'documents.refused.ArchiveTooManyEntries': 'Dit bestand heeft te veel onderdelen om veilig te openen.',
  'documents.refused.ArchiveTooLarge': 'Dit bestand wordt te groot als het geopend wordt.',
  'documents.refused.ArchiveRatio': 'Dit bestand is zo ingepakt dat openen niet veilig is.',
  'documents.refused.ArchivePath': 'Dit bestand heeft onderdelen met onveilige namen.',
  'documents.refused.ArchiveEncrypted': 'Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord.',
  'documents.refused.HasMacros': 'In dit bestand zitten macro’s: kleine programma’s. Sla het op zonder, of als PDF.',
  'documents.refused.HasEmbeddedObject': 'In dit bestand zit een ander bestand. Sla het op als PDF.',
  'documents.refused.HasExternalRelationship':
    'Dit bestand haalt iets van elders op als het geopend wordt. Sla het op als PDF.',
  'documents.refused.XmlHasDtd': 'Dit bestand is zo gebouwd dat openen niet veilig is.',
  'documents.refused.PdfHasProgram': 'In deze pdf zit een programma. Druk hem af naar een nieuwe pdf en kies die.',
  'documents.refused.PdfHasFileInside':
    'In deze pdf zit een ander bestand. Druk hem af naar een nieuwe pdf en kies die.',
  'documents.refused.TemplateBroken': 'Een veld in dit sjabloon is niet gesloten of niet geopend: {list}',
  'documents.refused.TemplateUnknownFields': 'Dit sjabloon noemt velden die Baken niet kent: {list}',
  'documents.refused.TemplateFieldCodes': 'Dit sjabloon gebruikt Word-velden die niet mogen: {list}',
  'documents.refused.TemplateNeedsNotSaid': 'Dit sjabloon vraagt {list} en zegt dat niet aan het begin.',
  'documents.refused.TemplateNeedsNotSeen': 'Hiervoor is {list} nodig. Beide lezers moeten dat eerst zien.',
  'documents.refused.TemplateFilter': 'Dit veld kan niet zo geschreven worden: {list}',
  'documents.refused.ControlCharacter': 'Er staat een teken dat niet gedrukt kan worden in: {list}',
  'documents.refused.SignsNotInFont': 'De drukletters hebben deze tekens niet: {list}',
  'documents.refused.BundleEmpty': 'Er is nog niets voor in de bundel.',
  'documents.refused.BundleTooManyPages': 'De bundel zou meer dan 300 pagina’s hebben.',
  'documents.refused.BundleTooLarge': 'De bundel zou groter dan 100 MB zijn.',
  'documents.refused.PartKindNotPrintable': 'Deel {list} kan niet gedrukt worden. Sla het op als PDF en voeg dat toe.',
  'documents.refused.PartEncrypted': 'Deel {list} heeft een wachtwoord. Voeg een kopie zonder wachtwoord toe.',
  'documents.refused.PartUnreadable': 'Deel {list} is beschadigd. Voeg het opnieuw toe.',
  'documents.refused.FormUnreadable':
    'Dit is geen formulier dat ingevuld kan worden. Print het en vul het met de hand in.',
  'documents.refused.FormHasXfa':
    'Dit formulier (XFA) kan alleen het programma van de maker invullen. Print het en vul het met de hand in.',
  'documents.refused.FormEncrypted': 'Dit formulier is op slot. Print het en vul het met de hand in.',
  'documents.refused.FormCertified':
    'Dit formulier is door de maker ondertekend en zou dat verliezen. Print het en vul het met de hand in.',
  'documents.refused.FormScripted': 'Dit formulier draait een eigen programma. Print het en vul het met de hand in.',
  'documents.refused.FormUnknownEdition':
    'Dit is een andere uitgave van het formulier. Iemand moet eerst de velden controleren.',
  'documents.refused.FormFieldsMissing': 'Dit formulier heeft deze velden niet: {list}',
  'documents.refused.FormMapWrong': 'Deze veldenlijst past niet bij wat Baken kent. Kijk naar: {list}',
  'documents.refused.FormNeedsNotSeen': 'Dit formulier vraagt {list}. Beide lezers moeten dat eerst zien.',
  'documents.refused.FormValueMisfits': 'Dit antwoord past niet in het veld: {list}',
};

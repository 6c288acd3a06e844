import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';

/** De woorden van de mails, en van de kaart waarin iemand erom vraagt. */
export const nl: Catalogue<typeof en> = {
  'notices.mail.subject': 'Er is iets voor je in Baken',
  'notices.mail.text': 'Er is iets voor je in Baken.',
  'notices.code.subject': 'Je code voor Baken',
  'notices.code.text':
    'De code is {code}. Typ die binnen een uur in Baken, onder ‘Jouw account’. Heb je er niet om gevraagd, laat deze mail dan liggen: er gebeurt niets.',
  'notices.card.title': 'Mail dat er iets wacht',
  'notices.card.lead':
    'Hooguit één mail per dag, en meteen als iets dringend is, tot drie keer. Er staat in ‘Er is iets voor je in Baken’ en het adres van de startpagina. Er staat nooit in wat, over wie of hoeveel.',
  'notices.card.none': 'Deze installatie verstuurt geen mail. Wat nieuw is, staat onder ‘Voor jou’.',
  'notices.card.careful':
    'Een mailadres vertelt wie je bent. Gebruik een adres waaruit je naam niet blijkt. Het wordt verzegeld bewaard op de server, nergens anders voor gebruikt, en meteen gewist als je stopt.',
  'notices.card.address': 'Mailadres',
  'notices.card.addressHint': 'Bijvoorbeeld reiger47@mail.example',
  'notices.card.nameShows': 'Uit dit adres lijkt je naam te blijken. Het mag, maar een ander adres is veiliger.',
  'notices.card.hour': 'Tijd van de dagelijkse mail',
  'notices.card.send': 'Stuur me een code',
  'notices.card.codeLead': 'Er is een code onderweg naar {address}. Die is een uur geldig.',
  'notices.card.code': 'Code uit de mail',
  'notices.card.codeHint': 'Zes cijfers',
  'notices.card.confirm': 'Zet mail aan',
  'notices.card.again': 'Gebruik een ander adres',
  'notices.card.on': 'Mail gaat naar {address}, dagelijks om {hour}.',
  'notices.card.stop': 'Stop en wis het adres',
  'notices.card.changeHour': 'Bewaar de tijd',
  'notices.card.saved': 'Bewaard.',
  'notices.card.problem.AddressRefused': 'De mailserver kent dit adres niet. Controleer het of gebruik een ander.',
  'notices.card.problem.other': 'De laatste mail kon nog niet weg. Baken probeert het vanzelf opnieuw.',
  'notices.refused.BodyInvalid': 'Controleer het adres: het lijkt op naam@plaats.example',
  'notices.refused.CodeInvalid': 'De code heeft zes cijfers.',
  'notices.refused.CodeWrong': 'Dat is niet de code. Na vijf foute pogingen heb je een nieuwe nodig.',
  'notices.refused.CodeOver': 'Deze code kan niet meer worden gebruikt. Vraag een nieuwe.',
  'notices.refused.TooManyTries': 'Te vaak in korte tijd. Wacht een uur en probeer het dan opnieuw.',
  'notices.refused.MailNotSetUp': 'Deze installatie verstuurt geen mail.',
  'notices.refused.NotPermitted':
    'Dit mag je niet doen. Vraag het een coördinator als je denkt dat het wel zou moeten.',
  'notices.refused.TooLarge': 'Dit is te groot om te versturen. Maak het korter of kleiner en probeer opnieuw.',
  'notices.refused.CrossSite':
    'De browser verstuurde dit niet vanaf de eigen pagina van Baken. Laad de pagina opnieuw en probeer nog een keer.',
  'notices.refused.StorageFull':
    'Op de server is geen ruimte meer. Er is niets opgeslagen; wat je typte staat er nog. Zeg het wie Baken beheert.',
  'notices.refused.Interrupted':
    'De server werd onderbroken. Niemand weet of dit is opgeslagen. Kijk zo even en probeer opnieuw als het er niet staat.',
  'notices.refused.Defect':
    'De server heeft een storing. Het is genoteerd voor wie Baken beheert. Er is niets opgeslagen; probeer het zo opnieuw.',
  'notices.refused.SignInNeeded': 'Je bent niet meer ingelogd. Ontgrendel Baken opnieuw en ga dan verder.',
  'notices.refused.StepUpNeeded': 'Bevestig eerst dat jij het bent.',
  'notices.refused.NotFound': 'Dit is hier niet. Laad de pagina opnieuw.',
  'notices.refused.other': 'Dat lukte niet. Probeer het opnieuw.',
};

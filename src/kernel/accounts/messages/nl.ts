import type { Catalogue } from '#kernel/languages';
import type { en } from './en.ts';

/** De woorden van aanmelden, uitnodigingen en mensen, in het Nederlands. */
export const nl: Catalogue<typeof en> = {
  'accounts.handle': 'Inlognaam',
  'accounts.handleHint': 'Kleine letters, cijfers, punten. Liefst niet je echte naam.',
  'accounts.passphrase': 'Wachtzin',
  'accounts.passphraseHint': 'Vijf woorden of meer',
  'accounts.unlock': 'Ontgrendel',
  'accounts.unlocking': 'Bezig met ontgrendelen',
  'accounts.kitTitle': 'Dit apparaat voor het eerst gebruiken',
  'accounts.kitLead': 'Je geprinte set heeft 24 woorden en een QR-code. Scan de code, of typ de woorden.',
  'accounts.kitWords': 'De 24 woorden van je set',
  'accounts.kitSave': 'Bewaar op dit apparaat',
  'accounts.joinTitle': 'Meedoen met een uitnodiging',
  'accounts.joinLead': 'Wie je uitnodigde gaf je 12 woorden of een QR-code, buiten Baken om.',
  'accounts.joinWords': 'De 12 woorden, of de tekst van de QR-code',
  'accounts.joinLook': 'Bekijk de uitnodiging',
  'accounts.joinTo': 'Je bent uitgenodigd bij {name}.',
  'accounts.joinChoose': 'Kies een naam en een wachtzin',
  'accounts.joinSuggest': 'Stel een wachtzin voor',
  'accounts.joinSuggested': 'Schrijf hem op papier en bewaar hem apart van je set.',
  'accounts.joinMake': 'Maak mijn sleutels',
  'accounts.joinMaking': 'Sleutels maken',
  'accounts.joinDone': 'Je sleutels zijn op dit apparaat gemaakt',
  'accounts.joinDoneLead':
    'Print je set of schrijf hem nu op. Hij wordt één keer getoond. Wie je uitnodigde bevestigt je daarna; dan kun je ontgrendelen.',
  'accounts.kitYours': 'Jouw set',
  'accounts.kitYoursLead':
    'Hiermee kun je een ander apparaat gebruiken. Bewaar hem als een paspoort. Niemand kan hem opnieuw maken.',
  'accounts.scan': 'Scan de QR-code',
  'accounts.scanStop': 'Stop de camera',
  'accounts.scanHold': 'Houd de code voor de camera. Er wordt niets verstuurd of bewaard.',
  'accounts.scanPicture': 'Wat de camera ziet',
  'accounts.scanRefused':
    'De camera kan hier niet worden gebruikt. Typ de woorden, of sta de camera toe voor deze pagina en probeer opnieuw.',
  'accounts.qrName': 'QR-code van hetzelfde geheim',
  'accounts.print': 'Print',
  'accounts.written': 'Ik heb het op papier',
  'accounts.foundTitle': 'Richt je programma op',
  'accounts.foundLead':
    'Jij bent de eerste. Alles wat je hier maakt, wordt op dit apparaat gemaakt; de server krijgt alleen wat hij mag hebben.',
  'accounts.foundCode': 'Oprichtingscode',
  'accounts.foundCodeHint': 'Die staat in het venster waarin Baken is gestart.',
  'accounts.foundName': 'Naam van de organisatie of het project',
  'accounts.foundOwn': 'Jouw naam, voor collega’s',
  'accounts.found': 'Richt op',
  'accounts.founding': 'Bezig met oprichten',
  'accounts.foundDone': 'Je programma is opgericht',
  'accounts.foundShares': 'Drie delen van de hoofdsleutel en van de herstelsleutel',
  'accounts.foundSharesLead':
    'Twee van de drie brengen een sleutel terug. Print elk deel op een eigen vel, geef ze aan drie mensen op verschillende plekken en houd er hier geen. Ze worden één keer getoond.',
  'accounts.foundRootShare': 'Hoofdsleutel, deel {number} van 3',
  'accounts.foundRecoveryShare': 'Herstelsleutel, deel {number} van 3',
  'accounts.foundGo': 'Alles staat op papier. Ga verder',
  'accounts.people': 'Mensen',
  'accounts.peopleLead': 'Iedereen die kan inloggen. Namen zijn verzegeld voor het programma.',
  'accounts.peopleInvite': 'Nodig iemand uit',
  'accounts.peopleRole': 'Rol',
  'accounts.peopleEnded': 'geëindigd {day}',
  'accounts.peopleUnfit': 'Klopt niet met de ondertekende lijst',
  'accounts.peopleNone': 'Nog geen naam',
  'accounts.role.coordinator': 'Coördinator',
  'accounts.role.volunteer': 'Vrijwilliger',
  'accounts.role.administrator': 'Beheerder',
  'accounts.role.dpo': 'Functionaris gegevensbescherming',
  'accounts.role.duty': 'Dienstdoende coördinator',
  'accounts.role.interpreter': 'Tolk',
  'accounts.role.reader': 'Lezer',
  'accounts.role.analyst': 'Analist',
  'accounts.role.editor': 'Redacteur',
  'accounts.roleUntil': 'Laatste dag van de rol',
  'accounts.roleUntilHint':
    'Een vrijwilliger werkt hooguit tot en met deze dag. Neem de dag waarop training of screening eindigt.',
  'accounts.inviteMake': 'Maak de uitnodiging',
  'accounts.inviteMade': 'Geef dit buiten Baken om',
  'accounts.inviteMadeLead':
    'Persoonlijk, op papier, of via een berichtendienst die jullie al vertrouwen. Het werkt één keer, 7 dagen lang. De woorden bereiken de server nooit.',
  'accounts.inviteSecret': 'De 12 woorden',
  'accounts.invitations': 'Uitnodigingen',
  'accounts.invitation.open': 'Nog niet beantwoord',
  'accounts.invitation.answered': 'Beantwoord: bevestig',
  'accounts.invitation.expired': 'Verlopen',
  'accounts.invitation.answeredOther': 'Beantwoord: alleen wie de uitnodiging maakte kan bevestigen',
  'accounts.invitation.usedUp': 'Geëindigd: vijf antwoorden kwamen niet van wie is uitgenodigd',
  'accounts.invitation.triesLeft':
    'Er {count, plural, one {kan nog één antwoord} other {kunnen nog # antwoorden}} geprobeerd worden.',
  'accounts.inviteAgain': 'Opnieuw uitnodigen',
  'accounts.putAway': 'Opbergen',
  'accounts.confirm': 'Bevestig {handle}',
  'accounts.confirming': 'Bezig met bevestigen',
  'accounts.confirmName': 'Naam van de persoon, zoals collega’s die kennen',
  'accounts.withdraw': 'Trek in',
  'accounts.stepUp': 'Bevestig dat jij het bent',
  'accounts.stepUpLead': 'Typ je wachtzin nog een keer. Wat dat nodig heeft blijft vijf minuten open.',
  'accounts.stepUpGo': 'Bevestig',
  'accounts.setRole': 'Wijzig de rol van {name}',
  'accounts.save': 'Opslaan',
  'accounts.saving': 'Bezig met opslaan',
  'accounts.day': 'Dag',
  'accounts.month': 'Maand',
  'accounts.year': 'Jaar',
  'accounts.compare.peopleLead': 'Vergelijk een veiligheidsnummer met elke collega met wie je dossiers deelt.',
  'accounts.compare.link': 'Veiligheidsnummer van {name}',
  'accounts.compare.where': 'Waar je bent',
  'accounts.compare.title': 'Veiligheidsnummer met {name}',
  'accounts.compare.making': 'Het nummer wordt berekend',
  'accounts.compare.why':
    'Het nummer is gemaakt van jouw sleutels en die van {name}. Zijn alle 60 cijfers op beide schermen gelijk, dan zit er niemand tussen jullie.',
  'accounts.compare.how':
    'Vergelijk het als je elkaar ziet, of in een gesprek waarin je de stem kent. Lees om de beurt alle twaalf groepen voor. {name} vindt dezelfde pagina onder Mensen, achter jouw naam. Stuur de cijfers nooit via Baken, mail of een berichtendienst.',
  'accounts.compare.digits': 'Het veiligheidsnummer: twaalf groepen van vijf cijfers',
  'accounts.compare.way': 'Hoe hebben jullie vergeleken?',
  'accounts.compare.way.in-person': 'Bij elkaar',
  'accounts.compare.way.by-voice': 'In een gesprek, per telefoon of video',
  'accounts.compare.wayMissing': 'Zeg hoe jullie vergeleken.',
  'accounts.compare.result': 'Wat vond je?',
  'accounts.compare.result.same': 'Alle 60 cijfers zijn gelijk',
  'accounts.compare.result.different': 'Er is iets anders',
  'accounts.compare.resultMissing': 'Zeg wat je vond.',
  'accounts.compare.differentHint':
    'Coördinatoren krijgen een waarschuwing. Met {name} wordt niets nieuws gedeeld tot dit is opgelost.',
  'accounts.compare.problem': 'Er klopt iets niet',
  'accounts.compare.sign': 'Onderteken wat je vond',
  'accounts.compare.signing': 'Wordt ondertekend',
  'accounts.compare.signed': 'Ondertekend. Elke collega kan het lezen.',
  'accounts.compare.oneself': 'Dit ben jij. Collega’s vergelijken het nummer met jou vanaf hun eigen pagina.',
  'accounts.compare.revoked':
    'De sleutels van {name} zijn ingetrokken. Er kan niets meer met deze persoon worden gedeeld.',
  'accounts.compare.own.none': 'Je hebt niet vergeleken',
  'accounts.compare.own.same': 'Je vergeleek: gelijk',
  'accounts.compare.own.void': 'Sleutels veranderd sinds je vergeleek',
  'accounts.compare.own.different': 'Nummer was anders',
  'accounts.compare.voidBody':
    'Je vergeleek op {day}. Daarna zijn sleutels veranderd, dus dat telt niet meer. Vergelijk opnieuw voor je iets met {name} deelt.',
  'accounts.compare.said': 'Wie vergeleek, en wat die vond',
  'accounts.compare.saidNone': 'Nog niemand heeft met {name} vergeleken.',
  'accounts.compare.line.same.in-person':
    '{by} en {other} vergeleken bij elkaar; volgens {by} waren alle cijfers gelijk.',
  'accounts.compare.line.same.by-voice':
    '{by} en {other} vergeleken in een gesprek; volgens {by} waren alle cijfers gelijk.',
  'accounts.compare.line.different.in-person':
    '{by} en {other} vergeleken bij elkaar; volgens {by} was er iets anders.',
  'accounts.compare.line.different.by-voice':
    '{by} en {other} vergeleken in een gesprek; volgens {by} was er iets anders.',
  'accounts.compare.at': '{day}, na {time}',
  'accounts.compare.worth.same': 'Telt',
  'accounts.compare.worth.void': 'Telt niet meer: sleutels veranderd',
  'accounts.compare.worth.different': 'Niet opgelost',
  'accounts.compare.worth.solved': 'Daarna opgelost',
  'accounts.compare.worth.earlier': 'Daarna opnieuw vergeleken',
  'accounts.compare.flaw':
    '{name} schreef over een bevinding heen, of schreef iets dat er geen is ({code}). Het telt niet. Zeg het een coördinator.',
  'accounts.compare.doubtTitle': 'Het nummer van {name} was anders',
  'accounts.compare.doubtBody':
    'Misschien zit er iemand tussen {name} en de anderen. Tot dit is opgelost geeft Baken {name} geen dossier en geen sleutel.',
  'accounts.compare.doubtAgain':
    '{by} vergelijkt nog een keer met {name}, bij elkaar, alle twaalf groepen. Eén verkeerd gelezen cijfer is hiervoor genoeg.',
  'accounts.compare.doubtStill':
    'Nog steeds anders: bel een andere coördinator. Schrijf er niet over in Baken. Haal {name} uit elk dossier.',
  'accounts.compare.doubtEnd': 'Trek dan de sleutels van {name} in en nodig {name} opnieuw uit, in levenden lijve.',
  'accounts.compare.revoke': 'Sleutels van {name} intrekken',
  'accounts.compare.revokeBody':
    '{name} wordt overal uitgelogd en komt met deze sleutels nooit meer binnen. Dit kan niet ongedaan worden gemaakt.',
  'accounts.compare.revokeGo': 'Deze sleutels voorgoed intrekken',
  'accounts.compare.revokeAsk': 'Sleutels intrekken kan alleen {names}. Bel even.',
  'accounts.refused.SignInFailed': 'Dat klopte niet. Na vijf keer fout is er een pauze van 15 minuten.',
  'accounts.refused.TooManyTries':
    'Te veel pogingen. Wacht {minutes, plural, one {# minuut} other {# minuten}} en probeer opnieuw.',
  'accounts.refused.ReadingPaused':
    'Onder jouw naam is dit uur heel veel geopend. Meer openen kan weer over {minutes, plural, one {# minuut} other {# minuten}}. Dossiers die open zijn blijven open, en wat je typte kun je opslaan.',
  'accounts.refused.DeviceUnknown': 'Dit apparaat kent je nog niet. Gebruik eerst je geprinte set.',
  'accounts.refused.KitDoesNotFit': 'De set op dit apparaat is niet van jou. Gebruik je eigen set.',
  'accounts.refused.RootChanged':
    'Stop. De server toont een andere hoofdsleutel dan die dit apparaat vertrouwt. Ga niet verder. Bel je coördinator.',
  'accounts.refused.RootNotProven':
    'Stop. De server toont een hoofdsleutel die je uitnodiger niet bedoelde. Ga niet verder. Bel wie je uitnodigde.',
  'accounts.refused.DirectoryBroken':
    'Stop. De lijst van collega’s en sleutels is gewijzigd door iemand die dat niet mag. Ga niet verder. Bel je coördinator.',
  'accounts.refused.DirectoryRolledBack':
    'Stop. De server toont een oudere lijst van collega’s en sleutels dan dit apparaat al heeft gezien. Ga niet verder. Bel je coördinator.',
  'accounts.refused.KeyringBehind':
    'Stop. De server geeft oudere aantekeningen terug van wat je hebt gezien dan dit apparaat kent, of aantekeningen die niet van jou zijn. Ga niet verder. Bel je coördinator.',
  'accounts.refused.RootUnproven':
    'Uit de woorden alleen blijkt niet van wie deze server is. Gebruik de QR-code van je set, of plak de tekst ervan.',
  'accounts.refused.distrusted':
    'Stop. Wat de server toont is ouder dan wat dit apparaat al heeft gezien, of veranderd door iemand die dat niet mag. Ga niet verder. Bel je coördinator en noem de code {code}.',
  'accounts.stopTitle': 'Deze server klopt niet met wat je apparaat weet',
  'accounts.refused.EnrolmentNotProven':
    'Het antwoord kwam niet van wie je uitnodigde. Het is weggegooid; bel die persoon en laat het opnieuw proberen.',
  'accounts.refused.EnrolmentNeverProven':
    'Weer kwam het antwoord niet van wie je uitnodigde. Het is weggegooid en deze uitnodiging is geëindigd. Bel die persoon en maak een nieuwe.',
  'accounts.refused.NotConfirmed': 'Je bent nog niet bevestigd. Vraag wie je uitnodigde om je te bevestigen.',
  'accounts.refused.Unreachable':
    'De server antwoordt niet. Controleer de verbinding en probeer opnieuw. Wat je typte staat er nog.',
  'accounts.refused.WordUnknown': 'Woord {at} staat niet in de lijst. Controleer de spelling.',
  'accounts.refused.WordCount': 'Er staan {found} woorden; er zijn er {expected} nodig.',
  'accounts.refused.WordsDoNotFit': 'Deze woorden horen niet bij elkaar. Controleer volgorde en spelling.',
  'accounts.refused.QrNotOurs': 'Dit is niet de tekst van zo’n QR-code.',
  'accounts.refused.NotFound': 'Zo’n uitnodiging is er niet.',
  'accounts.refused.InvitationUsed':
    'Deze uitnodiging werkt niet meer: er is op geantwoord, ze is ingetrokken of te vaak geprobeerd. Vraag een nieuwe.',
  'accounts.refused.InvitationExpired': 'Deze uitnodiging is ouder dan 7 dagen. Vraag een nieuwe.',
  'accounts.refused.HandleTaken': 'Iemand heeft deze inlognaam al. Kies een andere.',
  'accounts.refused.PassphraseTooShort': 'Gebruik vijf woorden uit het voorstel, of minstens 15 tekens.',
  'accounts.refused.PassphraseCommon': 'Deze wachtzin is makkelijk te raden. Laat Baken er een voorstellen.',
  'accounts.refused.FoundingCodeWrong': 'Dit is niet de oprichtingscode van deze installatie.',
  'accounts.refused.AlreadyFounded': 'Hier is al een programma opgericht.',
  'accounts.refused.BodyInvalid':
    'Iets heeft niet de juiste vorm. Controleer de inlognaam: kleine letters, cijfers, punten.',
  'accounts.refused.StepUpNeeded': 'Bevestig eerst dat jij het bent.',
  'accounts.refused.Stale': 'Iemand wijzigde dit intussen. Het is opnieuw geladen; kijk en probeer nog een keer.',
  'accounts.refused.NotPermitted':
    'Dit mag je niet doen. Vraag het een coördinator als je denkt dat het wel zou moeten.',
  'accounts.refused.TooLarge': 'Dit is te groot om te versturen. Maak het korter of kleiner en probeer opnieuw.',
  'accounts.refused.CrossSite':
    'De browser verstuurde dit niet vanaf de eigen pagina van Baken. Laad de pagina opnieuw en probeer nog een keer.',
  'accounts.refused.StorageFull':
    'Op de server is geen ruimte meer. Er is niets opgeslagen; wat je typte staat er nog. Zeg het wie Baken beheert.',
  'accounts.refused.Interrupted':
    'De server werd onderbroken. Niemand weet of dit is opgeslagen. Kijk zo even en probeer opnieuw als het er niet staat.',
  'accounts.refused.Defect':
    'De server heeft een storing. Het is genoteerd voor wie Baken beheert. Er is niets opgeslagen; probeer het zo opnieuw.',
  'accounts.refused.SignInNeeded': 'Je bent niet meer ingelogd. Ontgrendel Baken opnieuw en ga dan verder.',
  'accounts.refused.EntryDoesNotFit':
    'Dit past niet bij de lijst van collega’s zoals die nu is. Laad de pagina opnieuw en probeer nog een keer.',
  'accounts.refused.IdTaken': 'Dit is al eerder onder hetzelfde nummer opgeslagen. Laad de pagina opnieuw en kijk.',
  'accounts.refused.KeysDoubted':
    'Het veiligheidsnummer van een collega was anders, en dat is niet opgelost. Er is niets gedeeld. Kijk onder Mensen.',
  'accounts.refused.RecordsDoNotFit':
    'De server geeft iets anders dan collega’s ondertekenden. Er is niets overheen geschreven. Bel een coördinator.',
  'accounts.refused.ThumbprintUnreadable':
    'De sleutels van deze collega zijn niet te lezen, dus is er geen nummer om te vergelijken. Bel een coördinator.',
  'accounts.refused.KeyNotCurrent':
    'De sleutels van deze collega zijn niet meer in gebruik. Laad de pagina opnieuw en kijk.',
  'accounts.refused.NoDirectory':
    'Je bent nog niet toegelaten tot de lijst van collega’s. Vraag het wie je uitnodigde.',
  'accounts.refused.other': 'Dat lukte niet ({code}). Er is niets gewijzigd.',
};

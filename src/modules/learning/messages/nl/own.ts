/** Teksten over het eigen leren: elders verdergaan, wat er bewaard wordt, en het terugnemen. */
export const own = {
  'learning.own.title': 'Wat je leerde',
  'learning.own.loading': 'Wat bewaard is, wordt bekeken',
  'learning.own.nobody':
    'De server kent niemand in deze browser. Wat je in een module deed zonder geteld te worden, ligt alleen in deze browser.',
  'learning.own.resume': 'Ga hier verder',
  'learning.own.code': 'Je code',
  'learning.own.codeHint':
    'Twaalf letters en cijfers, zoals 7KM2-QXA9-4T0C. De browser waarin je begon laat er een zien.',
  'learning.own.resumeNow': 'Verder met deze code',
  'learning.own.asking': 'Wordt gevraagd',
  'learning.own.kept': 'Wat er van je bewaard wordt',
  'learning.own.for': 'Je telt mee voor {organisation}, zonder naam.',
  'learning.own.listed': 'Je telt mee voor {organisation}, die je kent als “{label}”.',
  'learning.own.colleague': 'Je telt mee als iemand van {organisation}, met je account.',
  'learning.own.browsers': '{count, plural, one {Eén browser bereikt} other {# browsers bereiken}} wat je deed.',
  'learning.own.run':
    '{course}: begonnen op {begun}, laatste stap op {changed}, {count, plural, one {# stap} other {# stappen}} als codes van wat je zag en koos.',
  'learning.own.done':
    '{course}, versie {version}: klaar op {day}. {count, plural, =0 {Er is geen certificaat gemaakt.} one {Er is één certificaat gemaakt.} other {Er zijn # certificaten gemaakt.}}',
  'learning.own.doneByReceipt':
    '{course}, versie {version}: geteld met een ontvangstbewijs op {day}. {count, plural, =0 {Er is geen certificaat gemaakt.} one {Er is één certificaat gemaakt.} other {Er zijn # certificaten gemaakt.}}',
  'learning.own.revoked':
    '{course}: een certificaat is op {day} ingetrokken. Reden: {reason}. Wie het nakijkt, leest dat, en ook de badge ervan geldt niet meer.',
  'learning.own.keptElse':
    'Hoe verhalen voor en na de module beoordeeld zijn, wordt apart bewaard, in getallen, onder een code die niemand te zien krijgt, twee jaar lang. Wat je bij overdenkingen schreef, is nooit bewaard.',
  'learning.own.json': 'Bewaar alles als bestand (JSON)',
  'learning.own.text': 'Bewaar het als tekst om te lezen',
  'learning.own.go': 'Naar de module',
  'learning.own.elsewhere': 'Verder in een andere browser',
  'learning.own.elsewhereLead':
    'Met een code ga je verder waar je was, op een ander apparaat of nadat deze browser je vergat. Beide mogen verdergaan; wat je doet wordt samengevoegd. Je kunt er ook alles mee terugnemen.',
  'learning.own.codeOnce':
    'Hij wordt één keer getoond. Schrijf hem op; wie hem heeft, kan als jou verdergaan en zien wat je koos.',
  'learning.own.codeUntil': 'Je hebt een code die opengaat tot en met {day}.',
  'learning.own.draw': 'Maak een code',
  'learning.own.drawAnew': 'Maak een nieuwe code; de vorige opent dan niets meer',
  'learning.own.forget': 'Alles terugnemen',
  'learning.own.forgetLead':
    'Elke stap, je label en je code worden meteen verwijderd, in elke browser. Dat iemand klaar was, blijft als getal; certificaten kunnen nog steeds worden gecontroleerd. Het kan niet ongedaan worden gemaakt.',
  'learning.own.forgetColleague': 'Wat van je rollen gevraagd wordt, rust op je bewijzen: die blijven bij je account.',
  'learning.own.forgetNow': 'Neem het terug',
  'learning.own.forgetSure': 'Ja, verwijder alles',
  'learning.own.forgetByCode': 'Alles terugnemen met alleen een code',
  'learning.own.forgetCode': 'Code van wat verwijderd moet worden',
  'learning.own.gone': 'Verwijderd',
  'learning.own.goneLead': 'Alles is verwijderd. Getallen blijven, zonder jou.',
  'learning.own.devices': 'Op andere apparaten',
  'learning.own.endOthers': 'Beëindig het op andere apparaten',
  'learning.own.endOthersLead':
    'Een telefoon kwijt, of een browser gebruikt die niet van jou is? Dan komt geen andere browser meer bij wat je deed. Deze blijft, en er wordt niets gewist.',
  'learning.own.endedOthers': 'Klaar: alleen deze browser komt bij wat je deed.',
  'learning.own.codeOpens':
    'Wie je code heeft, kan nog steeds als jou verder. Kan iemand hem hebben gezien, maak dan hieronder een nieuwe.',
  'learning.own.nobodyByLetter':
    'De brief gaat over iets wat je leerde, en deze browser komt daar niet bij: het was een andere browser, zijn tijd van een half jaar zonder stap is voorbij, of hij vergat je. Met je code ga je hier verder.',
  'learning.own.noCode': 'Ik heb geen code',
  'learning.own.noCodeLead':
    'Wij kennen je naam niet en niets anders om je mee te vinden. Niemand hier kan je dus een andere code geven. Dit kan wel:',
  'learning.own.noCodeBrowser':
    'Open deze pagina in de browser waarin je leerde. Kent die je nog, dan maakt hij een code.',
  'learning.own.noCodeInvited':
    'Ben je uitgenodigd, dan opent je link niets meer. Wie je uitnodigde kan je van de lijst halen en opnieuw uitnodigen, desgewenst onder hetzelfde label. Je begint de module dan opnieuw, en op hun lijst staat niet meer wat je had afgerond.',
  'learning.own.noCodeCounted':
    'Wat je afrondde, blijft meetellen, en een certificaat dat je bewaarde kan nog worden nagekeken.',
  'learning.own.noCodeLetters': 'Met de link in een brief stop je de brieven, zonder code.',
  'learning.refused.ResumeUnreadable':
    'Dit is geen code om verder te gaan: die heeft twaalf letters en cijfers. Kijk nog eens.',
  'learning.refused.ResumeUnknown':
    'Deze code opent niets: hij is vervangen door een nieuwere, verlopen, of wat hij opende is teruggenomen.',
  'learning.remind.title': 'Een herinnering per mail',
  'learning.remind.none': 'Deze installatie verstuurt geen mail.',
  'learning.remind.code':
    'Deze browser opent de pagina een half jaar lang. Maak hieronder ook een code en bewaar die: dan brengt een mail die later komt je terug bij wat je geleerd hebt.',
  'learning.remind.lead':
    'Er komt een brief 60 en 14 dagen voordat iets af moet zijn, en op de dag zelf. Er staat in “Er staat iets voor je klaar in Baken” en nooit wat. Een mailadres zegt wie je bent: gebruik er een dat je naam niet toont. Het wordt verzegeld bewaard, nergens anders voor gebruikt, en verwijderd als je stopt, of 30 dagen nadat waar het voor was voorbij is.',
  'learning.remind.mail': 'Mailadres',
  'learning.remind.ask': 'Herinner me',
  'learning.remind.asked':
    'Er is een brief onderweg naar {masked}. Zeg binnen 7 dagen ja via de link erin; tot dan wordt er niets anders verstuurd.',
  'learning.remind.on': 'Je krijgt herinneringen op {masked}.',
  'learning.remind.stop': 'Stop, en verwijder het adres',
  'learning.remind.letter': 'De brief die je hier bracht',
  'learning.remind.question': 'Wil je op dit adres herinnerd worden?',
  'learning.remind.yes': 'Ja, herinner me',
  'learning.remind.no': 'Geen brieven meer',
  'learning.remind.said.remind': 'Je krijgt herinneringen.',
  'learning.remind.said.stop': 'Er komt geen brief meer. Het adres is verwijderd.',
  'learning.refused.MailNotSent': 'Deze installatie verstuurt geen mail.',
  'learning.refused.ReminderUnknown': 'Het adres van deze brief wordt niet meer bewaard: er komt geen brief.',
} as const;

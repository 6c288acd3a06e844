import type { Catalogue } from '#kernel/languages';
import type { play as english } from '../en/play.ts';

export const play: Catalogue<typeof english> = {
  'learning.organise.part.packages': 'Van elders',
  'learning.packages.title': 'Cursussen van elders',
  'learning.packages.lead':
    'Cursussen die iemand anders heeft gemaakt. Hoe ver je bent, zie alleen jij; dat je er een gedaan hebt, blijft bewaard.',
  'learning.packages.loading': 'Cursussen ophalen',
  'learning.packages.none': 'Er is nog geen cursus van elders geïmporteerd.',
  'learning.packages.list': 'Cursussen',
  'learning.packages.all': 'Allemaal',
  'learning.packages.way': 'Weg naar deze pagina',
  'learning.packages.unknown': 'Een cursus die is verwijderd',
  'learning.packages.toCourse': 'Naar de cursus',
  'learning.packages.kind.scorm12': 'SCORM 1.2',
  'learning.packages.kind.scorm2004': 'SCORM 2004',
  'learning.packages.kind.cmi5': 'cmi5',
  'learning.packages.parts': '{count, plural, one {# deel} other {# delen}}',
  'learning.packages.brought': '. {size} MB, geïmporteerd op {day} door {by}',
  'learning.packages.warnings': '{count, plural, one {# ding om te weten} other {# dingen om te weten}}',
  'learning.packages.more': 'en nog {count}',
  'learning.packages.state.new': 'Niet begonnen',
  'learning.packages.state.begun': 'Begonnen',
  'learning.packages.state.done': 'Gedaan',
  'learning.packages.state.failed': 'Niet gehaald',
  'learning.packages.doneOn': 'Gedaan op {day}.',
  'learning.packages.import': 'Importeer een cursus',
  'learning.packages.importLead':
    'Hij wordt bekeken voordat hij bewaard wordt. Hij draait in een eigen venster, en komt daaruit niet bij deze werkruimte en niet op het internet.',
  'learning.packages.file': 'Bestand',
  'learning.packages.fileHint':
    'SCORM 1.2, SCORM 2004 of cmi5, een ZIP van hoogstens 200 MB; of de cursusstructuur van cmi5 (XML).',
  'learning.packages.importNow': 'Importeer',
  'learning.packages.sending': 'Versturen, {part}%',
  'learning.packages.taken': '“{title}” is geïmporteerd.',
  'learning.packages.notTaken': '“{title}” is niet geïmporteerd:',
  'learning.packages.remove': 'Verwijder',
  'learning.packages.removeLead':
    'De bestanden gaan weg, en ook hoe ver mensen zijn. Wie hem gedaan heeft, houdt dat. Dit kan niet ongedaan worden gemaakt.',
  'learning.packages.removeSure': 'Ja, verwijder',
  'learning.packages.removeNot': 'Nee, bewaar hem',
  'learning.packages.partsTitle': 'Delen',
  'learning.packages.open': 'Open',
  'learning.packages.goOn': 'Ga verder',
  'learning.packages.opening': 'Openen',
  'learning.packages.leave': 'Bewaar en ga weg',
  'learning.packages.leaving': 'Bewaren',
  'learning.packages.anew': 'Open opnieuw',
  'learning.packages.keeping.kept': 'Bewaard',
  'learning.packages.keeping.keeping': 'Bewaren',
  'learning.packages.keeping.waiting': 'Nog niet bewaard: geen verbinding',
  'learning.packages.keeping.stopped': 'Niet bewaard',
  'learning.packages.whyNot': 'Waarom is hij niet gedaan?',
  'learning.packages.whyDone': 'Wat de cursus heeft gezegd',
  'learning.packages.onlyItKnows': 'Alleen de cursus zelf weet of je hem gedaan hebt. Dit heeft hij gezegd.',
  'learning.packages.thenSaid': 'Toen hij gedaan was:',
  'learning.packages.notOpened': 'Dit deel heb je nog niet geopend.',
  'learning.packages.noCompletion': 'Hij heeft niet gezegd dat je klaar bent.',
  'learning.packages.noSuccess': 'Hij heeft niet gezegd of je geslaagd bent.',
  'learning.packages.noScore': 'Hij heeft geen score gegeven.',
  'learning.packages.saysCompletion': 'Hij zegt: {word}.',
  'learning.packages.saysSuccess': 'Hij zegt: {word}.',
  'learning.packages.saysScore': 'Score: {score}.',
  'learning.packages.word.completed': 'klaar',
  'learning.packages.word.incomplete': 'niet klaar',
  'learning.packages.word.browsed': 'alleen bekeken',
  'learning.packages.word.not-attempted': 'niet begonnen',
  'learning.packages.word.passed': 'geslaagd',
  'learning.packages.word.failed': 'niet geslaagd',
  'learning.packages.whatThen':
    'Ga helemaal tot het einde, en ga weg met “Bewaar en ga weg”. Zegt hij dan nog niets, vertel het een coördinator: die kan vastleggen dat je hem gedaan hebt.',
  'learning.packages.problem.nothing-to-convert':
    'Niets uit de cartridge kan worden overgenomen: er is geen pagina en geen toets met vragen waarbij je uit antwoorden kiest.',
  'learning.packages.problem.not-converted': 'Een deel van de cartridge is niet overgenomen.',
  'learning.packages.problem.licence-forbids':
    'De licentie staat niet toe dat er iets van gemaakt wordt. Vraag het de makers.',
  'learning.packages.problem.not-yet-playable':
    'Er is niets mis met het bestand, maar cursussen van deze soort kunnen hier nog niet worden geopend. Vraag om SCORM of cmi5.',
  'learning.packages.problem.not-yet-playable-h5p':
    'Er is niets mis met het bestand, maar H5P wordt hier niet afgespeeld: de licentie van het programma dat dat doet, laat niet toe dat het wordt ingebouwd. Programma’s waarin H5P wordt gemaakt, kunnen het vaak als SCORM bewaren, en dat opent hier wel. Wat er gevraagd wordt, kan ook opnieuw worden geschreven onder “Modules schrijven”.',
  'learning.packages.problem.not-yet-playable-common-cartridge':
    'Er is niets mis met het bestand, maar een Common Cartridge wordt niet afgespeeld zoals hij is. Wie modules schrijft, opent hem onder “Modules schrijven”: pagina’s en toetsen worden daar een concept.',
  'learning.packages.problem.h5p-json': 'Een bestand van het pakket is geen leesbare JSON.',
  'learning.packages.problem.h5p-schema':
    'In een beschrijving van het pakket ontbreekt iets, of staat het er in de verkeerde vorm.',
  'learning.packages.problem.h5p-library-name': 'Een map of taalbestand van een bibliotheek heet niet zoals het moet.',
  'learning.packages.problem.h5p-library-missing':
    'Een bibliotheek die het pakket nodig heeft, zit er niet in. Vraag om het hele pakket.',
  'learning.packages.problem.h5p-file-missing':
    'Een bestand dat het pakket nodig heeft, zit er niet in. Vraag om het hele pakket.',
  'learning.packages.problem.h5p-core-too-new':
    'Een bibliotheek van het pakket heeft een nieuwere speler nodig dan er was toen dit werd geschreven.',
  'learning.packages.problem.not-a-zip': 'Dit is geen ZIP-bestand, of het is beschadigd. Vraag opnieuw om het pakket.',
  'learning.packages.problem.encrypted': 'Een bestand erin is versleuteld. Vraag om het pakket zonder wachtwoord.',
  'learning.packages.problem.unsafe-path':
    'Een bestand heeft een naam die buiten het pakket leidt. Vraag de leverancier het opnieuw in te pakken.',
  'learning.packages.problem.link-entry':
    'Er zit een link of een apparaat in plaats van een bestand in. Vraag de leverancier het opnieuw in te pakken.',
  'learning.packages.problem.duplicate-entry':
    'Twee bestanden van het pakket heten hetzelfde. Vraag de leverancier het opnieuw in te pakken.',
  'learning.packages.problem.too-many-files': 'Er zitten meer dan 5.000 bestanden in het pakket.',
  'learning.packages.problem.too-large': 'Het pakket is te groot: hoogstens 200 MB, en 500 MB uitgepakt.',
  'learning.packages.problem.too-dense':
    'Een bestand zou bij het uitpakken te veel groeien, zoals bij bestanden die schade moeten doen.',
  'learning.packages.problem.corrupt-entry': 'Een bestand is niet zoals het pakket zegt. Vraag opnieuw om het pakket.',
  'learning.packages.problem.no-manifest':
    'Het pakket heeft geen manifest, dus niemand weet waar het begint. Is het een cursus voor een leersysteem?',
  'learning.packages.problem.manifest-not-at-root':
    'Het manifest ligt niet bovenin het pakket: pak de inhoud van de map in, niet de map.',
  'learning.packages.problem.manifest-empty': 'Het manifest is leeg. Vraag de leverancier het na te kijken.',
  'learning.packages.problem.manifest-invalid':
    'Het manifest kan niet gelezen worden. Vraag de leverancier het na te kijken.',
  'learning.packages.problem.xml-doctype':
    'Het manifest heeft een documenttype, dat dingen kan verbergen. Vraag om een zonder.',
  'learning.packages.problem.aicc-not-supported': 'AICC-pakketten worden niet aangenomen. Vraag om SCORM of cmi5.',
  'learning.packages.problem.nothing-to-launch': 'Er is niets in het pakket dat geopend kan worden.',
  'learning.packages.problem.launch-file-missing':
    'Een deel van de cursus heeft geen bestand om mee te beginnen. Vraag de leverancier om een heel pakket.',
  'learning.packages.problem.unknown-kind':
    'Het zegt niet welke standaard het volgt, of volgt er een die hier niet bekend is.',
  'learning.packages.problem.cmi5-iri':
    'Een id in de cursusstructuur is geen volledig adres. Vraag de leverancier het na te kijken.',
  'learning.packages.problem.cmi5-duplicate-id': 'Twee delen van de cursusstructuur hebben hetzelfde id.',
  'learning.packages.problem.cmi5-url-invalid': 'Het adres van een deel is er geen.',
  'learning.packages.problem.cmi5-relative-url':
    'Een deel ligt in een pakket dat niet meekwam. Importeer het hele pakket.',
  'learning.packages.problem.cmi5-reserved-parameter':
    'In het adres van een deel staat wat alleen wij eraan mogen toevoegen.',
  'learning.packages.problem.cmi5-schema':
    'De cursusstructuur is niet zoals de standaard wil. Vraag de leverancier het na te kijken.',
  'learning.packages.problem.file-missing': 'Het manifest noemt bestanden die niet in het pakket zitten.',
  'learning.packages.problem.no-organization':
    'Het pakket zegt niet in welke volgorde de delen komen; elk deel staat op zichzelf.',
  'learning.packages.problem.svg-with-script': 'In een tekening zit een script, dat niet wordt uitgevoerd.',
  'learning.packages.problem.cross-frame':
    'Pagina’s van het pakket grijpen in elkaar. Daarvoor is een eigen host nodig, die deze installatie niet heeft: het kan niet worden geopend.',
  'learning.packages.problem.sequencing-ignored':
    'Regels voor de volgorde van delen worden niet gevolgd; de volgorde zelf wel.',
  'learning.packages.problem.remote-activity': 'Een deel ligt op een andere server. Het wordt weggelaten.',
  'learning.packages.problem.large': 'Het pakket is groot: op een telefoon duurt het lang om het op te halen.',
  'learning.packages.problem.other': 'Er klopt iets niet aan het pakket.',
  'learning.refused.FileMissing': 'Kies een bestand.',
  'learning.refused.FileTooLarge': 'Het bestand is groter dan 200 MB.',
  'learning.refused.FileUnreadable': 'Het bestand kon niet gelezen worden. Kies het opnieuw.',
  'learning.refused.PieceWrong': 'Het bestand is niet heel overgekomen. Importeer het opnieuw.',
  'learning.refused.PackageTaken': 'Dit bestand is er al. Kies het opnieuw om het nog eens te importeren.',
  'learning.refused.NeedsOwnHost':
    'Pagina’s van deze cursus grijpen in elkaar. Daarvoor is een eigen host nodig (BAKEN_PACKAGE_ORIGIN), die deze installatie niet heeft. Hij kan hier niet worden geopend.',
  'learning.refused.LiesElsewhere': 'Dit deel ligt op een andere server. Het kan hier niet worden geopend.',
  'learning.refused.OpeningOver':
    'Deze opening is voorbij. Wat bewaard is, blijft: open de cursus opnieuw om verder te gaan.',
  'learning.refused.PlayedElsewhere':
    'Je bent op een ander apparaat of in een ander venster verdergegaan met deze cursus, en wat daar bewaard is, is nieuwer. Hier wordt niets meer bewaard. Open hem opnieuw om van daaruit verder te gaan.',
};

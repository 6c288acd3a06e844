/** Wat er gebeurde, waar het toe leidt, en waarom een datum is wat hij is. */
export const journey = {
  'casework.fact.correctLead':
    'Schrijf op wat juist is. Wat er eerst stond blijft ernaast leesbaar, en alle data volgen opnieuw.',
  'casework.fact.takeOutLead':
    'Voor iets wat niet gebeurde, of niet bij deze persoon. Het blijft leesbaar en telt niet meer.',
  'casework.fact.why': 'Waarom',
  'casework.fact.whyHint':
    'In een paar woorden. Het wordt met het dossier verzegeld en staat bij de data die verschuiven.',
  'casework.fact.reasonNeeded': 'Schrijf op waarom',
  'casework.fact.paper': 'Stuk waaruit het blijkt',
  'casework.fact.noPaperYet': 'Nog geen',
  'casework.facts.taken-out': 'Eruit gehaald',
  'casework.facts.pending.words': 'Deze dag ligt in de toekomst: het telt vanaf {day}.',
  'casework.facts.not-permitted.words':
    'Het heeft geen gevolg: “{stage}” gaat hierdoor niet verder. Het blijft bewaard en zichtbaar. Klopt de dag, of ontbreekt er een stap ervoor?',
  'casework.facts.duplicate.words': 'Hetzelfde was al vastgelegd. Het telt één keer.',
  'casework.facts.contradiction.words':
    'Een ander feit van deze dag zegt iets anders. Geen van beide telt tot er één is hersteld of eruit gehaald.',
  'casework.facts.recordedOn': 'Vastgelegd {day}. Door wie is toen niet genoteerd.',
  'casework.facts.writtenBy': 'Vastgelegd {day} door {name}.',
  'casework.facts.changes': 'Wat er eerst stond',
  'casework.facts.before': 'eerst:',
  'casework.facts.after': 'nu:',
  'casework.facts.putRight.by': 'Hersteld {day} door {name}:',
  'casework.facts.putRight.unknown': 'Hersteld. Door wie en waarom is toen niet genoteerd.',
  'casework.facts.takenOut.by': 'Eruit gehaald {day} door {name}:',
  'casework.facts.takenOut.unknown': 'Eruit gehaald. Door wie en waarom is toen niet genoteerd.',
  'casework.facts.noReason': 'er is geen reden opgeschreven.',
  'casework.proof.restsOn': 'Blijkt uit:',
  'casework.proof.none': 'Nog geen bewijs bewaard.',
  'casework.proof.add': 'Voeg het bewijs toe',
  'casework.proof.change': 'Ander stuk',
  'casework.proof.which': 'Uit welk stuk blijkt het',
  'casework.proof.another': 'Een nieuw stuk, hieronder',
  'casework.proof.noLonger': 'Geen van deze',
} as const;

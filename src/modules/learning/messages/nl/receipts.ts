import type { Catalogue } from '#kernel/languages';
import type { receipts as original } from '../en/receipts.ts';

/** Texts about receipts in Dutch. */
export const receipts: Catalogue<typeof original> = {
  'learning.redeem.title': 'Tel een ontvangstbewijs',
  'learning.redeem.lead':
    'Wie zonder verbinding afrondt, of in een pakket dat geen leeromgeving bijhoudt, krijgt aan het einde van de module 20 tekens te zien. Typ ze over of scan het beeld. Het telt één keer, voor de organisatie waarvan die persoon de code gaf of waarvoor het pakket is gemaakt.',
  'learning.redeem.code': 'De 20 tekens van het ontvangstbewijs',
  'learning.redeem.now': 'Tel het',
  'learning.redeem.busy': 'Bezig met tellen',
  'learning.redeem.done':
    'Geteld: iemand van {organisation} deed “{title}” (versie {version}), op {day} volgens de datum van het apparaat. Het telt in deze maand. Op zichzelf voldoet het aan geen vereiste.',
  'learning.redeem.known':
    'Het was al geteld: de stappen van deze ronde zijn vanzelf aangekomen. Iemand van {organisation} deed “{title}” (versie {version}), op {day} volgens de datum van het apparaat.',
  'learning.redeem.packaged':
    'Geteld op het ontvangstbewijs: iemand van {organisation} deed “{title}” (versie {version}) in een pakket, op {day} volgens de datum van het apparaat. Het telt in deze maand, bij de ontvangstbewijzen van pakketten. Op zichzelf voldoet het aan geen vereiste.',
  'learning.vouch.lead':
    'Liet een collega je dit ontvangstbewijs zien en neem je het op diens woord aan dat die het zelf deed, leg het dan vast als scholing. Het staat daar met jouw naam, op de dag van het bewijs, en is in te trekken.',
  'learning.vouch.whose': 'Van wie het is',
  'learning.vouch.nobody': 'Van niemand die ik ken',
  'learning.vouch.record': 'Leg het vast als scholing',
  'learning.vouch.done': 'Vastgelegd. Het staat nu bij de scholing van deze collega, en is daar in te trekken.',
  'learning.refused.ExportRevoked':
    'Ontvangstbewijzen van dit pakket worden niet meer aangenomen: iemand van dit programma heeft ze beëindigd. Er is niets geteld.',
  'learning.refused.ReceiptUncounted': 'Dit ontvangstbewijs is nog niet geteld. Tel het eerst.',
  'learning.refused.ReceiptVouched':
    'Dit ontvangstbewijs is al vastgelegd als iemands scholing. Trek dat eerst in als het van een ander is.',
  'learning.refused.ReceiptUnreadable':
    'Dit is geen ontvangstbewijs: dat heeft 20 letters en cijfers, in vier groepjes van vijf. Er is niets geteld.',
  'learning.refused.ReceiptUnknown':
    'Hier is geen ontvangstbewijs met dit nummer. Kijk naar de eerste 8 tekens; misschien komt het van elders, of heeft de deelnemer alles teruggenomen. Er is niets geteld.',
  'learning.refused.ReceiptAltered':
    'De tekens horen niet bij elkaar: er is er een verkeerd getypt, of het ontvangstbewijs is veranderd. Er is niets geteld.',
  'learning.refused.ReceiptInFuture':
    'De dag op dit ontvangstbewijs is nog niet geweest: de datum van het apparaat klopt niet. Zet hem goed, dan toont de laatste bladzijde van de module een nieuw ontvangstbewijs. Er is niets geteld.',
  'learning.refused.ReceiptRedeemed':
    'Dit ontvangstbewijs is al eerder geteld. Het telt één keer; er is niets bijgekomen.',
};

import type { CivilDate } from '#platform/base';
import { notTold, partyRoles, type Party } from '#modules/casework/client';
import { cleanText, textOrNull } from '../shared/typed-text.ts';
import { toldYesNo, toTypedTold } from '../shared/typed-told.ts';

/** The ways to reach somebody that the form has a field for. */
export const partyReaches = ['phone', 'mail', 'address', 'other'] as const;

/** Somebody around the person as typed; what an unfinished form keeps. */
export type PartyValues = Readonly<
  Record<'role' | 'name' | 'organisation' | 'safe' | 'mayHear' | (typeof partyReaches)[number], string>
> & { readonly knowsOfUs: boolean };

/** What the form shows of somebody, or of nobody yet. */
export function toPartyValues(party: Party | null): PartyValues {
  const reach = (kind: string): string => party?.contacts.find((one) => one.kind === kind)?.reach ?? '';
  const safe = party ? toTypedTold(party.safe) : null;
  return {
    role: party?.role ?? 'lawyer',
    name: party?.name ?? '',
    organisation: party?.organisation ?? '',
    phone: reach('phone'),
    mail: reach('mail'),
    address: reach('address'),
    other: reach('other'),
    safe: safe ? safe.words || safe.why : 'not-asked',
    knowsOfUs: party?.knowsOfUs ?? false,
    mayHear: party?.mayHear ?? '',
  };
}

/** What was typed as somebody; further ways of one kind than the form shows stay as they were before. */
export function toParty(typed: PartyValues, before: Party | null, today: CivilDate): Party {
  const first = (kind: string) => before?.contacts.find((one) => one.kind === kind);
  const words = typed.safe === 'yes' || typed.safe === 'no' ? typed.safe : '';
  return {
    role: partyRoles.find((one) => one === typed.role) ?? 'other',
    name: cleanText(typed.name),
    organisation: textOrNull(typed.organisation),
    contacts: [
      ...partyReaches.flatMap((kind) => (cleanText(typed[kind]) ? [{ kind, reach: cleanText(typed[kind]) }] : [])),
      ...(before?.contacts.filter((one) => one !== first(one.kind)) ?? []),
    ],
    safe: toldYesNo({ words, why: notTold.find((why) => why === typed.safe) ?? 'not-asked' }, today),
    knowsOfUs: typed.knowsOfUs,
    mayHear: cleanText(typed.mayHear),
  };
}

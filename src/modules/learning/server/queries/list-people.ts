import { dayInAmsterdam, type CivilDate, type RouteOutput } from '#platform/base';
import type { peopleRoutes } from '../../contract/people-routes.ts';
import type { InvitationId } from '../../model/open/people/invitation-id.ts';
import { listedStanding, usualRule } from '../../model/open/people/listed-standing.ts';
import type { Desk } from '../desk.ts';
import { countOfYear, countPlaysOfYear } from '../store/count-store.ts';
import { listInvitees, type KeptInvitee } from '../store/invitation-store.ts';
import { listPeopleRules } from '../store/people-rule-store.ts';
import { listRetakes } from '../store/requirement-store.ts';

type Listed = RouteOutput<typeof peopleRoutes.listPeople>;

/** People that one answer tells of. */
const onePage = 5_000;

/**
 * People of one organisation who were invited, and how they stand today: the first ones, or those after one. `next` says after whom the
 * others come.
 */
export async function listPeople(
  { tx, tenant, organisation, clock, mail }: Desk,
  after: InvitationId | null,
): Promise<Listed> {
  const on = dayInAmsterdam(clock.now());
  const rules = await listPeopleRules(tx, tenant, organisation.id);
  const retakes = await listRetakes(tx, tenant);
  const found = await listInvitees(tx, tenant, organisation.id, { after, limit: onePage + 1 });
  const invitees = found.slice(0, onePage);
  const year = Number(on.slice(0, 4));
  const counted = await countOfYear(tx, tenant, organisation.id, year);
  const played = await countPlaysOfYear(tx, tenant, organisation.id, year);
  return {
    organisation: organisation.name,
    asOf: on,
    rules: [...rules],
    people: invitees.map((one) => {
      const { months } = rules.find((rule) => rule.course === one.course) ?? usualRule;
      return {
        ...{ id: one.id, label: one.label, course: one.course, until: one.until },
        invitation: stateOf(one, on),
        letter: letterOf(one, on, mail !== null),
        standing: listedStanding({ ...one, months }, one.done, retakes, on),
      };
    }),
    counted: [...counted],
    played: [...played],
    next: found.length > onePage ? (invitees.at(-1)?.id ?? null) : null,
  };
}

function stateOf({ opened, until }: KeptInvitee, on: CivilDate): Listed['people'][number]['invitation'] {
  if (opened) return 'opened';
  return until < on ? 'ended' : 'waiting';
}

function letterOf(one: KeptInvitee, on: CivilDate, sends: boolean): Listed['people'][number]['letter'] {
  if (one.letter === 'none' || stateOf(one, on) !== 'waiting') return null;
  if (one.letter === 'refused') return 'AddressRefused';
  return sends ? 'waiting' : 'MailOff';
}

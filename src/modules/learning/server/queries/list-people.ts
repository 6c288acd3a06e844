import { dayInAmsterdam, type CivilDate, type RouteOutput } from '#platform/base';
import type { peopleRoutes } from '../../contract/people-routes.ts';
import { listedStanding, usualRule } from '../../model/open/people/listed-standing.ts';
import type { Desk } from '../desk.ts';
import { countOfYear } from '../store/count-store.ts';
import { listInvitees, type KeptInvitee } from '../store/invitation-store.ts';
import { listPeopleRules } from '../store/people-rule-store.ts';
import { listRetakes } from '../store/requirement-store.ts';

type Listed = RouteOutput<typeof peopleRoutes.listPeople>;

/** Everybody of one organisation who was invited, and how they stand today. */
export async function listPeople({ tx, tenant, organisation, clock, mail }: Desk): Promise<Listed> {
  const on = dayInAmsterdam(clock.now());
  const rules = await listPeopleRules(tx, tenant, organisation.id);
  const retakes = await listRetakes(tx, tenant);
  const invitees = await listInvitees(tx, tenant, organisation.id);
  const counted = await countOfYear(tx, tenant, organisation.id, Number(on.slice(0, 4)));
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

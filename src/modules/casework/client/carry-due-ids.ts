import type { Deadline } from '#kernel/procedures';
import type { JourneyRecord, RecordedFact } from '../model/sealed/journey-record.ts';

type Named = Pick<Deadline, 'id' | 'ref' | 'trigger'>;
type OnDay = Pick<RecordedFact, 'fact' | 'on'>;

/** The name of a date had another fact triggered it: a date is named after its rule, that fact and its day. */
export function nameUnder({ id, ref, trigger }: Named, fact: OnDay): string {
  return `${ref}:${fact.fact}:${fact.on}${id.slice(`${ref}:${trigger.fact}:${trigger.on}`.length)}`;
}

/** Whether a date is named after this fact. */
export function isTriggeredBy({ trigger }: Pick<Named, 'trigger'>, { fact, on }: OnDay): boolean {
  return trigger.fact === fact && trigger.on === on;
}

/**
 * Which row stands for which date, where putting a fact right gave a date another name: it takes along the row that it had
 * under the name of before, so that calendars and reminders see a day that moved. The name of before stands for nothing then,
 * and each row for one date. A name that the answer still holds gives nothing away.
 */
export function carryDueIds(
  { dueIds, facts }: Pick<JourneyRecord, 'dueIds' | 'facts'>,
  deadlines: readonly Named[],
): Record<string, string> {
  const carried = new Map(Object.entries(dueIds));
  const held = new Set(deadlines.map(({ id }) => id));
  for (const deadline of deadlines) {
    if (carried.has(deadline.id)) continue;
    const name = namesBefore(deadline, facts).find((one) => carried.has(one) && !held.has(one));
    const id = name === undefined ? undefined : carried.get(name);
    if (name === undefined || id === undefined) continue;
    carried.set(deadline.id, id);
    carried.delete(name);
  }
  return Object.fromEntries(carried);
}

/** The names that a date had before its fact was put right, the latest first. */
function namesBefore(deadline: Named, facts: readonly RecordedFact[]): readonly string[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const replaced = new Set(facts.flatMap(({ replaces }) => replaces ?? []));
  const stands = facts.filter((fact) => !replaced.has(fact.id) && fact.void !== true && isTriggeredBy(deadline, fact));
  return stands.flatMap((fact) => chainOf(fact, byId).map((old) => nameUnder(deadline, old)));
}

/** What a fact replaced, and what that replaced; the engine has refused a circle by then. */
function chainOf(fact: RecordedFact, byId: ReadonlyMap<string, RecordedFact>): readonly RecordedFact[] {
  const old = fact.replaces === undefined ? undefined : byId.get(fact.replaces);
  return old ? [old, ...chainOf(old, byId)] : [];
}

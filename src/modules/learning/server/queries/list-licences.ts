import { dayInAmsterdam, type CivilDate, type TenantId, type UserId } from '#platform/base';
import type { Tx } from '#platform/server/db';
import type { GatheringId } from '#kernel/gatherings';
import { listGatherings } from '#kernel/gatherings/server';
import { licence, type Licence, type TeachingRecord, type TeachingRule } from '../../model/open/teaching/licence.ts';
import { listProofs, listWhoDid } from '../store/proof-store.ts';
import { listRetakes } from '../store/requirement-store.ts';
import { listCoTaught, listGivenLicences, listTeachingRules, type CoTaught } from '../store/teaching-store.ts';
import { listSessions, listWorkshops } from '../store/workshop-store.ts';

/** How one person stands to the right to teach one course. */
export interface PersonLicence {
  readonly user: UserId;
  readonly course: string;
  readonly licence: Licence;
}

/** A session that is over, and what it was of. */
export interface TaughtSession {
  readonly id: GatheringId;
  readonly course: string;
  readonly title: string;
  readonly trainers: readonly UserId[];
  readonly on: CivilDate;
}

/** Everything about teaching on a moment. */
export interface Teaching {
  readonly rules: readonly TeachingRule[];
  readonly licences: readonly PersonLicence[];
  readonly taught: readonly TaughtSession[];
  readonly signed: readonly CoTaught[];
}

/**
 * Who may teach what at a moment: everybody who was at a day for trainers, taught, or was given a licence; and whoever else is
 * asked for. The whole of it, since trainers are few.
 */
export async function listLicences(
  tx: Tx,
  tenant: TenantId,
  { now, also = [] }: { readonly now: Date; readonly also?: readonly UserId[] },
): Promise<Teaching> {
  const rules = await listTeachingRules(tx, tenant);
  if (rules.length === 0) return { rules, licences: [], taught: [], signed: [] };
  const taught = await listTaught(tx, tenant, now);
  const signed = await listCoTaught(tx, tenant);
  const given = await listGivenLicences(tx, tenant);
  const retakes = await listRetakes(tx, tenant);
  const trained = await listWhoDid(
    tx,
    tenant,
    rules.map(({ part }) => part),
  );
  const people = [
    ...new Set([...also, ...trained, ...given.map(({ user }) => user), ...taught.flatMap(({ trainers }) => trainers)]),
  ];
  const proofs = Map.groupBy(await listProofs(tx, tenant, people), ({ user }) => user);
  const courseOf = new Map(taught.map(({ id, course }) => [id, course]));
  const on = dayInAmsterdam(now);
  const licences = rules.flatMap((rule) =>
    people.map((user): PersonLicence => {
      const record: TeachingRecord = {
        proofs: proofs.get(user) ?? [],
        signed: signed
          .filter((one) => one.user === user && courseOf.get(one.session) === rule.course)
          .map((one) => one.on),
        given: given.filter((one) => one.user === user && one.course === rule.course).map((one) => one.on),
        taught: taught
          .filter(({ course, trainers }) => course === rule.course && trainers.includes(user))
          .map((one) => one.on),
      };
      return { user, course: rule.course, licence: licence(rule, record, retakes, on) };
    }),
  );
  return { rules, licences, taught, signed };
}

/** As long as fewer people hold one, nobody could teach together with two different holders: a coordinator may give one. */
const fewest = 2;

/** Whether so few hold a licence for a course that one may be given. */
export function fewHold({ rules, licences }: Teaching, course: string): boolean {
  const held = licences.filter((one) => one.course === course && one.licence.state === 'held').length;
  return rules.some((rule) => rule.course === course) && held < fewest;
}

/** Sessions that are over and took place, of workshops that go with a course. */
async function listTaught(tx: Tx, tenant: TenantId, now: Date): Promise<readonly TaughtSession[]> {
  const workshops = new Map((await listWorkshops(tx, tenant)).map((one) => [one.id, one]));
  const sessions = await listSessions(tx, tenant);
  const gatherings = new Map(
    (
      await listGatherings(
        tx,
        tenant,
        sessions.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  return sessions.flatMap(({ id, workshop, trainers }): readonly TaughtSession[] => {
    const [of, when] = [workshops.get(workshop), gatherings.get(id)];
    if (!of || of.course === null || !when || when.state === 'cancelled' || when.endsAt > now) return [];
    return [{ id, course: of.course, title: of.title, trainers, on: dayInAmsterdam(when.startsAt) }];
  });
}

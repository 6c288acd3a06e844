import {
  addDays,
  bytesToBase64url,
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type Result,
  type RouteOutput,
  type RouteRequest,
} from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { addJob } from '#platform/server/jobs';
import type { peopleRoutes } from '../../contract/people-routes.ts';
import { mostLetters } from '../../model/open/people/invitation-lines.ts';
import type { InvitationId } from '../../model/open/people/invitation-id.ts';
import { usualRule } from '../../model/open/people/listed-standing.ts';
import type { Desk } from '../desk.ts';
import { findCourse } from '../find-course.ts';
import { sendInvitationsName } from '../send-invitations-name.ts';
import { sealLetter } from '../sealed-letter.ts';
import {
  findInviteeLabel,
  insertInvitations,
  renewInvitation,
  withdrawInvitations,
} from '../store/invitation-store.ts';
import { countLetters } from '../store/letter-day-store.ts';
import { deleteInvitationLetter, insertInvitationLetters } from '../store/letter-store.ts';
import { listPeopleRules, savePeopleRule } from '../store/people-rule-store.ts';

type Routes = typeof peopleRoutes;
type Invited = RouteOutput<Routes['invitePeople']>;

/** A link opens for so long. */
const openDays = 30;

/**
 * Invites people of the organisation, all or none, and tells the secret of each link once: the database keeps a hash. Where an
 * address was given, one letter with the link leaves by itself, and the address is forgotten with it.
 */
export async function invitePeople(
  desk: Desk,
  { course, language, people }: RouteRequest<Routes['invitePeople']>['input'],
): Promise<Result<Invited, AnyRefusal>> {
  const { tx, tenant, organisation, clock, randomBytes, secrets } = desk;
  if ((await findCourse(desk.readBuilt, course, language)) === null) return refuse({ type: 'CourseUnknown' });
  const withMail = people.flatMap(({ id, mail }) => (mail === null ? [] : [{ id, mail }]));
  if (withMail.length > 0 && desk.mail === null) return refuse({ type: 'MailOff' });
  const on = dayInAmsterdam(clock.now());
  if (!(await mayWrite(desk, withMail.length))) return refuse({ type: 'LettersSpent' });
  const rules = await listPeopleRules(tx, tenant, organisation.id);
  const { days } = rules.find((rule) => rule.course === course) ?? usualRule;
  const until = addDays(on, openDays);
  const links = people.map(({ id, label }) => ({ id, label, secret: bytesToBase64url(randomBytes(16)) }));
  const hashed = await Promise.all(
    links.map(async ({ id, label, secret }) => ({ id, label, hash: await hashText(secret) })),
  );
  const made = { organisation: organisation.id, course, madeOn: on, until, dueOn: addDays(on, days) };
  if (!(await insertInvitations(tx, tenant, made, hashed))) return refuse({ type: 'LabelTaken' });
  const letters = await Promise.all(
    withMail.map(async ({ id, mail }) => {
      const secret = links.find((link) => link.id === id)?.secret ?? '';
      const sealed = await sealLetter({ tenant, about: id, secrets }, { address: mail, secret }, randomBytes);
      return { invitation: id, sealed, language };
    }),
  );
  if (letters.length > 0) {
    await insertInvitationLetters(tx, tenant, letters);
    await addJob(tx, tenant, { name: sendInvitationsName, payload: {}, after: clock.now() });
  }
  return ok({ until, links });
}

/** Whether so many letters more may leave on behalf of whoever sits at a desk; they are counted. */
async function mayWrite({ tx, tenant, clock, by }: Desk, letters: number): Promise<boolean> {
  const on = dayInAmsterdam(clock.now());
  return letters === 0 || countLetters(tx, tenant, { sender: by, on, letters, limit: mostLetters });
}

/** Another link for somebody who has not opened theirs; the one before opens nothing any more. */
export async function renewLink(desk: Desk, id: InvitationId): Promise<Result<Invited, AnyRefusal>> {
  const { tx, tenant, organisation, clock, randomBytes } = desk;
  const until = addDays(dayInAmsterdam(clock.now()), openDays);
  const secret = bytesToBase64url(randomBytes(16));
  const label = await findInviteeLabel(tx, tenant, organisation.id, id);
  if (label === null) return refuse({ type: 'NotFound' });
  const renewed = await renewInvitation(tx, tenant, organisation.id, { id, hash: await hashText(secret), until });
  // A letter that still waited would bring the link that was.
  await deleteInvitationLetter(tx, tenant, id);
  return renewed ? ok({ until, links: [{ id, label, secret }] }) : refuse({ type: 'InvitationOpened' });
}

/** Takes people off the list, all or none: their labels are forgotten, and links that were not opened open nothing any more. */
export async function withdrawPeople(
  { tx, tenant, organisation, clock }: Desk,
  ids: readonly InvitationId[],
): Promise<Result<undefined, AnyRefusal>> {
  const on = dayInAmsterdam(clock.now());
  const wanted = [...new Set(ids)];
  const gone = await withdrawInvitations(tx, tenant, organisation.id, { ids: wanted, on });
  return gone === wanted.length ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Says for how long a course counts in the organisation. Whoever is on the list stands anew by it at once. */
export async function saveRule(
  desk: Desk,
  rule: RouteRequest<Routes['savePeopleRule']>['input'],
): Promise<Result<undefined, AnyRefusal>> {
  const { tx, tenant, organisation } = desk;
  if ((await findCourse(desk.readBuilt, rule.course, 'en')) === null) return refuse({ type: 'CourseUnknown' });
  await savePeopleRule(tx, tenant, organisation.id, rule);
  return ok(undefined);
}

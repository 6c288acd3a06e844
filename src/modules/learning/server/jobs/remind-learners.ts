import { addDays, dayInAmsterdam, type CivilDate } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import { JobFailed, type JobContext, type JobRow } from '#platform/server/jobs';
import type { Mailer } from '#platform/server/mail';
import { addressDays, agreeDays, dueReminder } from '../../model/open/people/due-reminder.ts';
import { listedStanding, usualRule } from '../../model/open/people/listed-standing.ts';
import { remindLearnersName } from '../remind-learners-name.ts';
import { reminderLetter } from '../reminder-letter.ts';
import { openLetter } from '../sealed-letter.ts';
import { listPeopleRules } from '../store/people-rule-store.ts';
import {
  claimStep,
  deleteReminder,
  listRemindedCourses,
  listReminders,
  noteReminder,
  releaseStep,
  type KeptReminder,
} from '../store/reminder-store.ts';
import { listRetakes } from '../store/requirement-store.ts';

/** By when a course is to be done, or until when it counts. */
interface End {
  readonly course: string;
  readonly by: CivilDate;
}

/**
 * Asks once at each new address whether it wants reminders, and reminds who agreed: 60, 14 and 0 days before, each once. A step is taken as told
 * before its letter leaves: a crash between the two costs one letter, and never sends two. Addresses that are not needed any more go.
 */
export const remindLearners: JobRow = {
  name: remindLearnersName,
  schedule: { dailyAtHour: 9 },
  run: async (context) => {
    const { tenant, clock, stopping, inTransaction } = context;
    const on = dayInAmsterdam(clock.now());
    let failed: string | null = null;
    for (const one of await inTransaction((tx) => listReminders(tx, tenant))) {
      if (stopping()) throw new JobFailed('Stopping');
      const ends = await endsOf(context, one, on);
      if (isOver(one, ends, on)) await inTransaction((tx) => deleteReminder(tx, tenant, one.learner));
      // One mailbox that does not answer is in nobody else's way.
      else failed = (await write(context, one, ends, on)) ?? failed;
      // A server that is down will be so for the next letter too.
      if (failed !== null && failed !== 'MailRefused') break;
    }
    if (failed !== null) throw new JobFailed(failed);
  },
};

async function endsOf(
  { tenant, inTransaction }: JobContext,
  { learner, organisation }: KeptReminder,
  on: CivilDate,
): Promise<readonly End[]> {
  return inTransaction(async (tx) => {
    const rules = await listPeopleRules(tx, tenant, organisation);
    const retakes = await listRetakes(tx, tenant);
    const courses = await listRemindedCourses(tx, tenant, learner);
    return courses.flatMap(({ course, dueOn, done }): readonly End[] => {
      const { months } = rules.find((rule) => rule.course === course) ?? usualRule;
      // Whom nobody asked has done it: then the day is not looked at.
      const found = listedStanding({ course, dueOn: dueOn ?? on, months }, done, retakes, on);
      if (found.state === 'due') return [{ course, by: found.by }];
      if (found.state === 'expired') return [{ course, by: addDays(found.since, -1) }];
      return found.until === null ? [] : [{ course, by: found.until }];
    });
  });
}

/** Whether an address is not needed any more: nobody agreed, or what it was for has ended a while ago. */
function isOver({ askedOn, agreedOn }: KeptReminder, ends: readonly End[], on: CivilDate): boolean {
  if (agreedOn === null) return addDays(askedOn, agreeDays) < on;
  const last =
    ends
      .map(({ by }) => by)
      .toSorted()
      .at(-1) ?? askedOn;
  return addDays(last > askedOn ? last : askedOn, addressDays) < on;
}

/** Sends one letter where one is due; the code of why it did not leave, or null. */
async function write(
  context: JobContext,
  one: KeptReminder,
  ends: readonly End[],
  on: CivilDate,
): Promise<string | null> {
  const { tenant, mail, inTransaction } = context;
  const { learner, askedOn, sentOn, agreedOn } = one;
  if (mail === null) return null;
  if (agreedOn === null) {
    if (sentOn !== null) return null;
    const sent = await send(context, mail, one, 'ask', askedOn);
    if (sent === null) await inTransaction((tx) => noteReminder(tx, tenant, learner, 'sent_on', on));
    return sent;
  }
  const due = ends.flatMap(({ course, by }) => {
    const step = dueReminder(by, agreedOn, on);
    return step === null ? [] : [{ course, by, step }];
  });
  const claimed = await inTransaction(async (tx) => {
    const kept = [];
    for (const step of due) if (await claimStep(tx, tenant, learner, step)) kept.push(step);
    return kept;
  });
  if (claimed.length === 0) return null;
  const sent = await send(context, mail, one, 'remind', on);
  if (sent !== null)
    await inTransaction(async (tx) => {
      for (const step of claimed) await releaseStep(tx, tenant, learner, step);
    });
  return sent;
}

async function send(
  { tenant, secrets, inTransaction }: JobContext,
  mail: Mailer,
  { learner, sealed, language }: KeptReminder,
  kind: 'ask' | 'remind',
  on: CivilDate,
): Promise<string | null> {
  const to = await openLetter({ tenant, about: learner, secrets }, sealed);
  const reference = await hashText(`learning-reminder ${tenant} ${learner} ${kind} ${on} ${sealed}`);
  const sent = to.ok
    ? await mail.send(reminderLetter(mail, { ...to.value, language, reference, kind }))
    : ({ ok: false, refusal: { type: 'AddressRefused' } } as const);
  if (sent.ok) return null;
  if (sent.refusal.type !== 'AddressRefused') return sent.refusal.type;
  // Nothing will ever arrive there.
  await inTransaction((tx) => deleteReminder(tx, tenant, learner));
  return null;
}

import { dayInAmsterdam, type UserId } from '#platform/base';
import { randomBytes } from '#platform/crypto/server';
import type { JobRow } from '#platform/server/jobs';
import { rolesInForce } from '#kernel/accounts';
import { listWorkers } from '#kernel/accounts/server';
import { raiseNotices, settleNotices, type NewNotice } from '#kernel/notices/server';
import { trainingReminder } from '../../model/open/standing/training-reminder.ts';
import { listTrainingStanding, type TrainingStanding } from '../queries/list-training.ts';
import { keepTold, type Told } from '../store/told-store.ts';

/**
 * Tells people that what is asked of them ends or is missing, and whoever gives cases that a colleague's has ended. Looks every
 * hour, so that a new day is told early; a run that finds the same changes nothing. Nobody loses a case by it.
 */
export const remindTraining: JobRow = {
  name: 'learning.remind-training',
  schedule: { everyMinutes: 60 },
  run: ({ tenant, clock, inTransaction }) =>
    inTransaction(async (tx) => {
      const now = clock.now();
      const on = dayInAmsterdam(now);
      const people = (await listWorkers(tx, tenant)).map(({ user, roles }) => ({
        user,
        roles: rolesInForce(roles, on),
      }));
      const standings = await listTrainingStanding(tx, tenant, { people, on });
      const asked = standings.flatMap(({ user, standings: mine }) =>
        mine.map(({ requirement }) => ({ user, requirement: requirement.id })),
      );
      const told = await keepTold(tx, tenant, asked, randomBytes);
      const coordinators = people.filter(({ roles }) => roles.includes('coordinator')).map(({ user }) => user);
      const notices = standings.flatMap((one) => noticesOf(one, told, coordinators, on));
      await raiseNotices(tx, tenant, notices, now);
      await settleNotices(tx, tenant, ['training-due', 'training-over', 'training-of-colleague'], notices);
    }),
};

function noticesOf(
  { user, standings }: TrainingStanding,
  told: readonly Told[],
  coordinators: readonly UserId[],
  on: Parameters<typeof trainingReminder>[1],
): readonly NewNotice[] {
  return standings.flatMap(({ requirement, standing }): readonly NewNotice[] => {
    const subject = told.find((one) => one.user === user && one.requirement === requirement.id)?.id;
    const reminder = trainingReminder(standing, on);
    if (subject === undefined || reminder === null) return [];
    const about = { subject, space: null, urgent: false };
    const own: NewNotice = { ...about, ...reminder, user };
    if (standing.state !== 'lapsed') return [own];
    const others = coordinators.filter((coordinator) => coordinator !== user);
    return [
      own,
      ...others.map((other): NewNotice => {
        return { ...about, user: other, kind: 'training-of-colleague', date: standing.since, step: null };
      }),
    ];
  });
}

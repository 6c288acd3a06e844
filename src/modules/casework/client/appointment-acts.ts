import { createId, ok, refuse, type RecordId, type Result, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import { taskRoutes, type Task, type TaskId } from '#kernel/tasks';
import { blockOf, doersOf, tasksAfter, type AppointmentTask } from '../model/sealed/appointments.ts';
import type { Appointment } from '../model/sealed/work-records.ts';
import { addToCase, changeCase } from './change-case.ts';
import { recordsOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** An appointment as a form gives it; its state and rows are made here. */
export type AppointmentPlan = Omit<Appointment, 'state' | 'tasks'>;

/**
 * Plans an appointment, or changes a planned one. `EmbassyBlocked`: no safety check allows it yet and
 * the lawyer did not say that it may go on. Its rows in the work lists follow the day and the people.
 */
export async function planAppointment(
  session: SpaceSession,
  opened: OpenedCase,
  plan: AppointmentPlan,
  id?: RecordId,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const before = id === undefined ? null : recordsOf(opened, 'appointment').find((record) => record.id === id);
  if (before === undefined) return refuse({ type: 'RecordUnknown' });
  if (before && before.content.state.name !== 'planned') return refuse({ type: 'AppointmentOver' });
  const reason = blockOf(opened.records, plan);
  if (reason !== null) return refuse({ type: 'EmbassyBlocked', reason });
  const goes = plan.goes.filter((user) => worksOn(opened, user));
  // What is written up afterwards needs nobody to go anywhere.
  const doers = plan.on < today(session) ? [] : doersOf({ ...plan, goes }, fallbackOf(session, opened));
  const tasks = tasksAfter(before?.content.tasks ?? [], doers, () => createId<RecordId>(session.randomBytes));
  const content: Appointment = { ...plan, goes, state: { name: 'planned' }, tasks };
  const put = { kind: 'appointment' as const, content, ...(id === undefined ? {} : { id }) };
  const saved = await (before
    ? changeCase(session, opened, { puts: [put] })
    : addToCase(session, opened, { puts: [put] }));
  if (saved.ok) await syncAppointmentTasks(session, saved.value);
  return saved;
}

/** Says what came of an appointment, or that it is cancelled; its rows leave the work lists. */
export async function endAppointment(
  session: SpaceSession,
  opened: OpenedCase,
  id: RecordId,
  state: Exclude<Appointment['state'], { readonly name: 'planned' }>,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const before = recordsOf(opened, 'appointment').find((record) => record.id === id);
  if (!before) return refuse({ type: 'RecordUnknown' });
  const content = { ...before.content, state };
  const saved = await changeCase(session, opened, { puts: [{ id, kind: 'appointment', content }] });
  if (saved.ok) await syncAppointmentTasks(session, saved.value);
  return saved;
}

/**
 * Makes the open rows fit the sealed appointments: missing rows are raised, moved days move, what is
 * over or dropped is closed. Doing it twice changes nothing, so a lost connection is mended by looking again.
 */
export async function syncAppointmentTasks(
  session: SpaceSession,
  opened: OpenedCase,
): Promise<Result<void, CaseRefusal>> {
  const appointments = recordsOf(opened, 'appointment').filter(({ content }) => content.tasks.length > 0);
  if (appointments.length === 0 || !worksOn(opened, session.user)) return ok(undefined);
  const listed = await session.api.call(taskRoutes.listSpaceTasks, { params: { space: opened.id } });
  if (!listed.ok) return listed;
  const rows = new Map<string, Task>(listed.value.tasks.map((task) => [task.id, task]));
  for (const { content } of appointments) {
    for (const task of content.tasks) {
      const fitted = await fitRow(session, opened, content, task, rows.get(task.id) ?? null);
      if (!fitted.ok) return fitted;
    }
  }
  return ok(undefined);
}

async function fitRow(
  session: SpaceSession,
  opened: OpenedCase,
  { on, state }: Appointment,
  task: AppointmentTask,
  row: Task | null,
): Promise<Result<unknown, CaseRefusal>> {
  // One id names both the row and its place in the sealed appointment.
  const id = task.id as string as TaskId;
  const over = state.name !== 'planned' || task.dropped || !worksOn(opened, task.user);
  const mark = (doneOn: typeof on | null) =>
    session.api.call(taskRoutes.doneTask, { params: { task: id }, input: { on: doneOn } });
  if (over) return row && row.doneOn === null ? mark(today(session)) : ok(undefined);
  const { user: assignee, kind } = task;
  if (!row) {
    return session.api.call(taskRoutes.raiseTask, {
      params: { space: opened.id },
      input: { id, assignee, due: on, kind },
    });
  }
  if (row.due === on) return ok(undefined);
  if (row.doneOn !== null) {
    const reopened = await mark(null);
    if (!reopened.ok) return reopened;
  }
  return session.api.call(taskRoutes.changeTask, { params: { task: id }, input: { assignee, due: on } });
}

/** Whoever asks how it went when nobody goes along: the lead, else who plans it. */
function fallbackOf(session: SpaceSession, opened: OpenedCase): UserId {
  return opened.members.find(({ relation }) => relation === 'lead')?.user ?? session.user;
}

function worksOn(opened: OpenedCase, user: UserId): boolean {
  const relation = opened.members.find((member) => member.user === user)?.relation;
  return relation === 'lead' || relation === 'second' || relation === 'coordinator';
}

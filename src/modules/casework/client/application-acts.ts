import { createId, refuse, type CivilDate, type RecordId, type Result, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { Application, ApplicationText, Filing } from '../model/sealed/paper-records.ts';
import { changeCase, type RecordToPut } from './change-case.ts';
import { planJourney, type CaseProcedures } from './journey-acts.ts';
import { recordOf, recordsOf, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** Begins an application in state `gathering`. */
export async function startApplication(
  session: SpaceSession,
  opened: OpenedCase,
  start: Pick<Application, 'pack' | 'packVersion' | 'step' | 'title' | 'deadline'>,
): Promise<Result<{ readonly opened: OpenedCase; readonly application: RecordId }, CaseRefusal>> {
  const id = createId<RecordId>(session.randomBytes);
  const content: Application = {
    ...start,
    state: { name: 'gathering', since: today(session) },
    order: [],
    without: [],
  };
  const done = await changeCase(session, opened, { puts: [{ id, kind: 'application', content }] });
  return done.ok ? { ok: true, value: { opened: done.value, application: id } } : done;
}

/** Changes an application that was not sent yet; `ApplicationFrozen` afterwards. */
export function saveApplication(
  session: SpaceSession,
  opened: OpenedCase,
  id: RecordId,
  content: Application,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const before = recordsOf(opened, 'application').find((record) => record.id === id);
  if (!before) return Promise.resolve(refuse({ type: 'RecordUnknown' }));
  if (isFrozen(before.content)) return Promise.resolve(refuse({ type: 'ApplicationFrozen' }));
  return changeCase(session, opened, { puts: [{ id, kind: 'application', content }] });
}

/** Writes a text of an application; `ApplicationFrozen` once it was sent. */
export function saveText(
  session: SpaceSession,
  opened: OpenedCase,
  content: ApplicationText,
  id?: RecordId,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const application = recordsOf(opened, 'application').find((record) => record.id === content.application);
  if (!application) return Promise.resolve(refuse({ type: 'RecordUnknown' }));
  if (isFrozen(application.content)) return Promise.resolve(refuse({ type: 'ApplicationFrozen' }));
  return changeCase(session, opened, { puts: [{ kind: 'text', content, ...(id ? { id } : {}) }] });
}

/** Whether an application is as it was sent and so may not change. */
export function isFrozen({ state }: Application): boolean {
  return state.name !== 'gathering' && state.name !== 'in-reading' && state.name !== 'ready';
}

/** How an application was handed in. */
export type NewFiling = Omit<Filing, 'application' | 'by'> & { readonly by?: UserId | string };

/**
 * Records that an application was handed in. Once `received` is known, the pack's fact is made in the
 * same batch, with the day of receipt, so the journey follows what really happened.
 */
export async function fileApplication(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  application: RecordId,
  filing: NewFiling,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const before = recordsOf(opened, 'application').find(({ id }) => id === application);
  if (!before) return refuse({ type: 'RecordUnknown' });
  const known = recordsOf(opened, 'filing').find(({ content }) => content.application === application);
  if (!known && isFrozen(before.content)) return refuse({ type: 'ApplicationFrozen' });
  if (known?.content.received) return refuse({ type: 'AlreadyReceived' });
  const id = known?.id ?? createId<RecordId>(session.randomBytes);
  const { received } = filing;
  const state = received
    ? { name: 'received' as const, since: received.on, filing: id }
    : { name: 'sent' as const, since: filing.on, filing: id };
  const puts: RecordToPut[] = [
    { id, kind: 'filing', content: { ...filing, by: filing.by ?? session.user, application } },
    { id: application, kind: 'application', content: { ...before.content, state } },
  ];
  return received
    ? withFact(session, procedures, opened, puts, before.content.step, received.on, filing.proof)
    : changeCase(session, opened, { puts });
}

async function withFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  puts: readonly RecordToPut[],
  step: string,
  on: CivilDate,
  proof: RecordId | null,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey');
  if (!journey) return refuse({ type: 'JourneyMissing' });
  const { content } = journey;
  const id = createId<RecordId>(session.randomBytes);
  const facts = [...content.facts, { fact: step, on, id, recorded: today(session) }];
  const restsOn = proof ? { ...content.restsOn, [id]: proof } : content.restsOn;
  const planned = planJourney(session, procedures, opened, { ...content, facts, restsOn });
  if (!planned.ok) return planned;
  return changeCase(session, opened, {
    puts: [...puts, planned.value.put],
    open: planned.value.open,
    act: 'record-fact',
  });
}

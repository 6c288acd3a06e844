import { createId, refuse, type CivilDate, type RecordId, type Result, type UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';
import type { Application, ApplicationText, Filing } from '../model/sealed/paper-records.ts';
import { changeCase, type RecordToPut } from './change-case.ts';
import { withFact } from './fact-acts.ts';
import { mergeOnStale } from './merge-on-stale.ts';
import { planJourney, type CaseProcedures } from './journey-acts.ts';
import { recordOf, recordsOf, today, type CaseRefusal, type OpenedCase, type RecordOf } from './opened-case.ts';

/** Begins an application in state `gathering`. */
export async function startApplication(
  session: SpaceSession,
  opened: OpenedCase,
  start: Pick<Application, 'pack' | 'packVersion' | 'step' | 'title' | 'deadline'> &
    Partial<Pick<Application, 'route' | 'letter' | 'order'>>,
): Promise<Result<{ readonly opened: OpenedCase; readonly application: RecordId }, CaseRefusal>> {
  const id = createId<RecordId>(session.randomBytes);
  const content: Application = {
    route: null,
    order: [],
    turned: [],
    without: [],
    letter: { template: null, language: 'en', facts: null },
    form: null,
    seenNeeds: [],
    reference: null,
    bundle: null,
    ...start,
    state: { name: 'gathering', since: today(session) },
  };
  const done = await changeCase(session, opened, { puts: [{ id, kind: 'application', content }] });
  return done.ok ? { ok: true, value: { opened: done.value, application: id } } : done;
}

/** Choices as they should be, or how to come to them from what they are by then. */
export type ApplicationChange = Partial<Application> | ((content: Application) => Partial<Application>);

/**
 * Changes some choices of an application that was not sent yet; `ApplicationFrozen` afterwards. When
 * somebody wrote in between, other choices merge, and a change that starts from what is there then always
 * does; `Stale` only when the very same choices were set.
 */
export async function saveApplication(
  session: SpaceSession,
  opened: OpenedCase,
  id: RecordId,
  change: ApplicationChange,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const save = (current: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> => {
    const content = applicationIn(current, id);
    if (!content) return Promise.resolve(refuse({ type: 'RecordUnknown' }));
    if (isFrozen(content)) return Promise.resolve(refuse({ type: 'ApplicationFrozen' }));
    const changed = { ...content, ...(typeof change === 'function' ? change(content) : change) };
    return changeCase(session, current, { puts: [{ id, kind: 'application', content: changed }] });
  };
  if (typeof change === 'function') return mergeOnStale(session, opened, save, () => true);
  const seen = printOf(applicationIn(opened, id), change);
  return mergeOnStale(session, opened, save, (newer) => printOf(applicationIn(newer, id), change) === seen);
}

/**
 * Writes texts of an application, each under its purpose, as one change; `ApplicationFrozen` once it was
 * sent. A text that was there already gets a new version; `Stale` when somebody wrote the same one.
 */
export function saveTexts(
  session: SpaceSession,
  opened: OpenedCase,
  application: RecordId,
  texts: readonly Omit<ApplicationText, 'application'>[],
): Promise<Result<OpenedCase, CaseRefusal>> {
  const save = (current: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> => {
    const content = applicationIn(current, application);
    if (!content) return Promise.resolve(refuse({ type: 'RecordUnknown' }));
    if (isFrozen(content)) return Promise.resolve(refuse({ type: 'ApplicationFrozen' }));
    const puts: RecordToPut[] = texts.map((text) => {
      const before = textIn(current, application, text.purpose);
      return { kind: 'text', content: { ...text, application }, ...(before ? { id: before.id } : {}) };
    });
    return changeCase(session, current, { puts });
  };
  const isUntouched = (newer: OpenedCase): boolean =>
    texts.every(
      ({ purpose }) => textIn(newer, application, purpose)?.version === textIn(opened, application, purpose)?.version,
    );
  return mergeOnStale(session, opened, save, isUntouched);
}

const applicationIn = (opened: OpenedCase, id: RecordId): Application | null =>
  recordsOf(opened, 'application').find((record) => record.id === id)?.content ?? null;

const textIn = (opened: OpenedCase, application: RecordId, purpose: ApplicationText['purpose']) =>
  recordsOf(opened, 'text').findLast(
    ({ content }) => content.application === application && content.purpose === purpose,
  );

/** The choices that a change touches, as they stand. */
function printOf(content: Application | null, change: Partial<Application>): string {
  const kept = content === null ? [] : Object.entries(content).filter(([name]) => Object.hasOwn(change, name));
  return JSON.stringify(kept);
}

/** Whether an application is as it was sent and so may not change. */
export function isFrozen({ state }: Application): boolean {
  return state.name !== 'gathering' && state.name !== 'in-reading' && state.name !== 'ready';
}

/** How an application was handed in. */
export type NewFiling = Omit<Filing, 'application' | 'by'> & { readonly by?: UserId | string };

/**
 * Records that an application was handed in. Once `received` is known, the pack's fact is made in the
 * same batch, with the day of receipt, so the journey follows what really happened. A day that was only
 * presumed may be proved later, and moved: the fact is put right with it.
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
  if (known?.content.received?.proved) return refuse({ type: 'AlreadyReceived' });
  const id = known?.id ?? createId<RecordId>(session.randomBytes);
  const { received } = filing;
  const state = received
    ? { name: 'received' as const, since: received.on, filing: id }
    : { name: 'sent' as const, since: filing.on, filing: id };
  const puts: RecordToPut[] = [
    { id, kind: 'filing', content: { ...filing, by: filing.by ?? session.user, application } },
    { id: application, kind: 'application', content: { ...before.content, state } },
  ];
  if (!received) return changeCase(session, opened, { puts });
  const presumedOn = known?.content.received?.on ?? null;
  if (presumedOn === received.on) return changeCase(session, opened, { puts });
  return withFilingFact(session, procedures, opened, puts, {
    content: before.content,
    on: received.on,
    proof: filing.proof,
    instead: presumedOn,
  });
}

interface FilingFact {
  readonly content: Application;
  readonly on: CivilDate;
  readonly proof: RecordId | null;
  /** Day of the fact that this one puts right. */
  readonly instead: CivilDate | null;
}

async function withFilingFact(
  session: SpaceSession,
  procedures: CaseProcedures,
  opened: OpenedCase,
  puts: readonly RecordToPut[],
  { content: { step, route }, on, proof, instead }: FilingFact,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const journey = recordOf(opened, 'journey');
  if (!journey) return refuse({ type: 'JourneyMissing' });
  const old = journey.content.facts.findLast((known) => known.fact === step && known.on === instead);
  const fact = {
    ...{ fact: step, on },
    ...(route === null ? {} : { route }),
    ...(old ? { replaces: old.id } : {}),
  };
  const added = withFact(session, journey.content, fact, { restsOn: proof });
  const planned = planJourney(session, procedures, opened, added);
  if (!planned.ok) return planned;
  return changeCase(session, opened, {
    puts: [...puts, planned.value.put],
    open: planned.value.open,
    act: 'record-fact',
  });
}

/** A consent of the person to be represented that is in force on the day; null when there is none. */
export function consentToRepresent(opened: OpenedCase, on: CivilDate): RecordOf<'consent'> | null {
  return (
    recordsOf(opened, 'consent').findLast(
      ({ content: { purpose, state } }) =>
        purpose === 'represent' && state.name === 'given' && (state.until === null || state.until >= on),
    ) ?? null
  );
}

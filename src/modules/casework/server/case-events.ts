import type { SpaceId, TenantId, UserId } from '#platform/base';
import type { PublishedEvent } from '#kernel/events';
import type { AppendedBatch } from '#kernel/spaces/server';
import type { CaseActName } from '../model/open/case-acts.ts';
import type { OpenCase } from '../model/open/open-case.ts';

/** How an act is told to others (casework design, 1.4). A change of team is told by its members. */
const eventOfAct: Readonly<Record<CaseActName, PublishedEvent['name'] | null>> = {
  refer: 'case.referred',
  'start-intake': 'case.intake-started',
  wait: 'case.waiting',
  'still-waiting': 'case.waiting',
  decline: 'case.declined',
  reconsider: 'case.intake-started',
  accept: 'case.accepted',
  'give-team': 'case.activated',
  'change-team': null,
  pause: 'case.paused',
  resume: 'case.resumed',
  'ask-closing': 'case.closing-asked',
  'keep-open': 'case.resumed',
  close: 'case.closed',
  'end-aftercare': 'case.closed',
  reopen: 'case.reopened',
};

/** What a batch made true, as events: ids and codes, in a fixed order. */
export function caseEvents(change: {
  readonly tenant: TenantId;
  readonly space: SpaceId;
  readonly act: CaseActName | null;
  readonly before: OpenCase | null;
  readonly after: OpenCase;
  readonly batch: AppendedBatch;
  /** Who did it: nobody is told of what they did themselves. */
  readonly by: UserId;
}): readonly PublishedEvent[] {
  const { tenant, space, act, before, after, batch, by } = change;
  const event = (name: PublishedEvent['name'], codes?: Readonly<Record<string, string>>): PublishedEvent => ({
    name,
    tenant,
    subject: space,
    ...(codes ? { codes } : {}),
  });
  const name = act === 'close' && after.state.name === 'aftercare' ? 'case.aftercare-started' : act && eventOfAct[act];
  const events = name ? [event(name, { by })] : [];
  if (before !== null && before.phase !== after.phase)
    events.push(event('case.phase-changed', { from: before.phase, to: after.phase }));
  return [...events, ...memberEvents(batch, by, event), ...dueEvents(before, after, event)];
}

type MakeEvent = (name: PublishedEvent['name'], codes: Readonly<Record<string, string>>) => PublishedEvent;

function memberEvents(
  { membersBefore, membersAfter }: AppendedBatch,
  by: UserId,
  event: MakeEvent,
): readonly PublishedEvent[] {
  const before = new Map(membersBefore.map(({ user, relation }) => [user, relation]));
  const after = new Map(membersAfter.map(({ user, relation }) => [user, relation]));
  const left = [...before.keys()].filter((user) => !after.has(user)).map((user) => event('member.left', { user, by }));
  const here = [...after].flatMap(([user, relation]) => {
    const old = before.get(user);
    if (old === undefined) return [event('member.added', { user, relation, by })];
    return old === relation ? [] : [event('member.relation-changed', { user, relation, by })];
  });
  return [...left, ...here];
}

function dueEvents(before: OpenCase | null, after: OpenCase, event: MakeEvent): readonly PublishedEvent[] {
  const old = new Map((before?.due ?? []).map((due) => [due.id, due]));
  const changed = after.due.flatMap((due) => {
    const known = old.get(due.id);
    old.delete(due.id);
    if (due.metOn !== null) return known && known.metOn === null ? [event('due.met', { due: due.id })] : [];
    return known?.date === due.date ? [] : [event('due.set', { due: due.id })];
  });
  return [...changed, ...[...old.keys()].map((due) => event('due.dropped', { due }))];
}

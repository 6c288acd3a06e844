import type { Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { judgeStatement } from '../../model/open/launch/check-launched-statement.ts';
import { satisfiedStatement } from '../../model/open/launch/compose-launch.ts';
import { listNewlySatisfied, type LaunchEvent } from '../../model/open/launch/launch-facts.ts';
import type { Access } from '../records/admit-key.ts';
import { refuseRecord } from '../records/record-answers.ts';
import type { Watch } from '../records/store-statements.ts';
import { toSentStatement } from '../records/to-sent-statement.ts';
import { findLaunch, insertLaunchEvents, listLaunchEvents, noteHeard } from '../store/launch-store.ts';
import { keepDoneByUnit } from '../play/keep-done.ts';
import type { OpenSession } from './open-session.ts';

/**
 * Watches over what a part says in its session (cmi5, 9): refuses what breaks it, keeps what happened, and says of blocks and of the
 * course that they are done as soon as they are. Runs while nobody else writes into the partition, so nothing is told twice.
 */
export function watchSession(tx: Tx, { clock, randomBytes }: MountParts, access: Access, session: OpenSession): Watch {
  return async (fresh) => {
    const now = clock.now();
    const known = await listLaunchEvents(tx, access, session.registration);
    const launch = await findLaunch(tx, access.tenant, session.session);
    const terms = { ...session.terms, preferencesRead: launch?.preferencesRead === true };
    const added: LaunchEvent[] = [];
    for (const [at, { value }] of fresh.entries()) {
      const judged = judgeStatement(terms, [...known, ...added], value);
      if ('rule' in judged)
        return refuseRecord('SessionRefused', { path: fresh.length === 1 ? '$' : `$[${at}]`, rule: judged.rule });
      if (judged.verb !== null)
        added.push({ session: session.session, node: session.part.publisher, verb: judged.verb });
    }
    const blocks = listNewlySatisfied(session.structure, [...known, ...added]);
    const told = blocks.map(({ publisher }) => ({
      session: session.session,
      node: publisher,
      verb: 'satisfied' as const,
    }));
    await insertLaunchEvents(tx, access, session.registration, { events: [...added, ...told], at: now });
    await noteHeard(tx, access.tenant, session.session, now);
    if (told.some(({ node }) => node === session.structure.publisher))
      await keepDoneByUnit(tx, { clock, randomBytes }, access.tenant, session.registration);
    const { base, actor, registration } = session;
    const place = { base, actor, registration, session: session.session, at: now };
    return { further: blocks.map((block) => toSentStatement(satisfiedStatement(place, session.structure, block))) };
  };
}

import { hashText } from '#platform/crypto/server';
import { isId } from '#platform/base';
import { JobFailed, type JobContext, type JobRow } from '#platform/server/jobs';
import type { Mailer, MailRefusal } from '#platform/server/mail';
import { dueLetter } from '../../model/due-letter.ts';
import type { GatheringId } from '../../model/gathering-ids.ts';
import { isNear } from '../../model/reminder-time.ts';
import { tellPeopleName } from '../commands/change-gathering.ts';
import { openWay } from '../sealed-way.ts';
import {
  deleteAddress,
  listUntold,
  noteProblem,
  noteReminded,
  noteTold,
  type TellableSeat,
} from '../store/address-store.ts';
import { listGatherings, type PlannedGathering } from '../store/gathering-store.ts';
import { listSeats, type KeptSeat } from '../store/seat-store.ts';
import { seatLetter } from './write-letter.ts';

interface Due extends TellableSeat {
  readonly gathering: PlannedGathering;
  readonly kept: KeptSeat;
}

/**
 * Tells everybody of a gathering who gave an address how they stand, if they do not know it yet: two changes in a row are one
 * letter. A letter is noted after the server took it; a crash between the two sends it again with the same reference and
 * sequence, which receivers know for the same.
 */
export const tellPeople: JobRow = {
  name: tellPeopleName,
  schedule: null,
  run: async (context) => {
    const { mail, payload, stopping, inTransaction } = context;
    if (mail === null) return;
    let failed: MailRefusal['type'] | null = null;
    for (const one of await listDue(context, payload['gathering'] ?? '')) {
      if (stopping()) throw new JobFailed('Stopping');
      const told = await tell(context, mail, one);
      await inTransaction((tx) => noteProblem(tx, context.tenant, one.seat, told.problem));
      if (told.done) await note(context, one);
      else failed = told.problem;
      // A server that is down or refuses us will do so for the next letter too.
      if (failed !== null && failed !== 'MailRefused') break;
    }
    if (failed !== null) throw new JobFailed(failed);
  },
};

async function listDue({ tenant, inTransaction }: JobContext, text: string): Promise<readonly Due[]> {
  if (!isId(text)) return [];
  // Just checked; the payload was written by `changeGathering`.
  const id = text as GatheringId;
  return inTransaction(async (tx) => {
    const [gathering] = await listGatherings(tx, tenant, [id]);
    if (gathering === undefined) return [];
    const seats = new Map((await listSeats(tx, tenant, [id])).map((seat) => [seat.id, seat]));
    return (await listUntold(tx, tenant, id)).flatMap((one) => {
      const kept = seats.get(one.seat);
      return kept === undefined ? [] : [{ ...one, gathering, kept }];
    });
  });
}

type Told =
  | { readonly done: true; readonly problem: string | null }
  | {
      readonly done: false;
      readonly problem: MailRefusal['type'];
    };

async function tell({ tenant, secrets, clock }: JobContext, mail: Mailer, due: Due): Promise<Told> {
  const { seat, sealed, kept, gathering, language, invited } = due;
  const way = await openWay({ tenant, seat, secrets }, sealed);
  // The secret is another one than when the address was sealed: nothing can be sent there any more.
  if (!way.ok) return { done: true, problem: 'AddressRefused' };
  const reference = await hashText(`gathering-mail ${tenant} ${seat} ${String(kept.revision)}`);
  const now = clock.now();
  const sent = await mail.send(
    seatLetter(mail, { gathering, seat: kept, way: way.value, language, invited, reference, now }),
  );
  if (sent.ok) return { done: true, problem: null };
  const { type } = sent.refusal;
  // An address that refuses is not asked again for the same; whoever leads sees it.
  return type === 'AddressRefused' ? { done: true, problem: type } : { done: false, problem: type };
}

async function note({ tenant, clock, inTransaction }: JobContext, due: Due): Promise<void> {
  const { seat, kept, gathering, invited } = due;
  const { kind, calendar } = dueLetter(gathering, kept, invited);
  await inTransaction(async (tx) => {
    await noteTold(tx, tenant, {
      ...{ seat, told: kept.revision },
      invited: calendar === null ? invited : calendar === 'REQUEST',
    });
    // Who hears so late that they have a place needs no reminder beside it.
    if (kind === 'place' && isNear(gathering, clock.now())) await noteReminded(tx, tenant, seat, gathering.startsAt);
    if (kept.state.kind === 'left') await deleteAddress(tx, tenant, seat);
  });
}

import { bytesToBase64url, createId, ok, refuse, type RandomBytes, type Result, type UserId } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RosterRefusal } from '../../model/change-roster.ts';
import type { GatheringId, GroupId, SeatId } from '../../model/gathering-ids.ts';
import type { SeatState } from '../../model/roster.ts';
import { sealWay } from '../sealed-way.ts';
import { insertAddress } from '../store/address-store.ts';
import { findSeatByHash, listSeatsOf, type KeptSeat } from '../store/seat-store.ts';
import type { GatheringCaller } from '../gathering-caller.ts';
import { changeGathering } from './change-gathering.ts';

/** Who signs up: one of our own people, or somebody under a label; and where they want to be told. */
export interface Asking {
  readonly who: { readonly user: UserId } | { readonly label: string };
  readonly group: GroupId | null;
  readonly mail: string | null;
  readonly language: 'en' | 'nl';
}

interface SeatCaller extends GatheringCaller {
  readonly randomBytes: RandomBytes;
  readonly secrets: ReadonlyMap<string, string>;
}

/** A seat that was taken. `pageSecret` opens the page of whoever has no account: it is told now and kept only as a hash. */
export interface TakenSeat {
  readonly seat: SeatId;
  readonly state: SeatState;
  readonly pageSecret: string | null;
}

/** Signs somebody up: they have a place, or they wait. Nobody of ours stands on a list twice. */
export async function takeSeat(
  caller: SeatCaller,
  gathering: GatheringId,
  { who, group, mail, language }: Asking,
): Promise<Result<TakenSeat, RosterRefusal | { readonly type: 'SignedUpAlready' }>> {
  const { tx, tenant, randomBytes } = caller;
  const seat = createId<SeatId>(randomBytes);
  const pageSecret = 'user' in who ? null : bytesToBase64url(randomBytes(16));
  if ('user' in who && (await listSeatsOf(tx, tenant, who.user)).some((one) => one.gathering === gathering))
    return refuse({ type: 'SignedUpAlready' });
  const hash = pageSecret === null ? null : await hashPageSecret(pageSecret);
  const seated = 'user' in who ? { user: who.user, label: null, hash } : { user: null, label: who.label, hash };
  const act = { type: 'sign-up', seat: { id: seat, group } } as const;
  const changed = await changeGathering(caller, gathering, act, { seated });
  if (!changed.ok) return changed;
  if (mail !== null) {
    const sealed = await sealWay({ ...caller, seat }, { address: mail, pageSecret }, randomBytes);
    await insertAddress(tx, tenant, { seat, sealed, language });
  }
  const taken = changed.value.seats.find(({ id }) => id === seat);
  return taken === undefined ? refuse({ type: 'NotFound' }) : ok({ seat, state: taken.state, pageSecret });
}

/** The seat whose page somebody opens with the secret they were given; unknown and forgotten ones look the same. */
export async function findOwnSeat({ tx, tenant }: GatheringCaller, pageSecret: string): Promise<KeptSeat | null> {
  return findSeatByHash(tx, tenant, await hashPageSecret(pageSecret));
}

function hashPageSecret(secret: string): Promise<string> {
  return hashText(`gathering-page ${secret}`);
}

import { base64urlToBytes, drawPlainSigns, readPlainSigns, type TenantId, type UserId } from '#platform/base';
import { isSameText, keyedHash } from '#platform/crypto/server';
import type { GatheringId } from '../model/gathering-ids.ts';
import { gatheringSecrets } from './gathering-secrets.ts';

/** Six signs, thirty bits, a minute long: read from the wall, typed or scanned. */
const signs = 6;
/** The code of this minute, and those of the two before: a phone takes its time. */
const goodFor = 3;

/** Whose code it is: of which gathering, and which of those who lead it shows it. */
interface RoomOf {
  readonly tenant: TenantId;
  readonly gathering: GatheringId;
  readonly shownBy: UserId;
  readonly secrets: ReadonlyMap<string, string>;
}

/** The minute an instant lies in, counted since 1970. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000);
}

/** The code of a minute. Nobody without the secret of the server can work out the next one. */
export function roomCodeAt({ tenant, gathering, shownBy, secrets }: RoomOf, minute: number): string {
  const secret = secrets.get(gatheringSecrets.addressKey);
  if (secret === undefined) throw new Error('the installation has no key for gatherings');
  const hash = base64urlToBytes(keyedHash(secret, `gathering-room ${tenant} ${gathering} ${shownBy} ${minute}`));
  if (hash === null) throw new Error('a keyed hash that is none');
  return drawPlainSigns((length) => hash.subarray(0, length), signs);
}

/** Whether what somebody typed is the code that a room shows now, or showed two minutes ago at most. */
export function isRoomCode(room: RoomOf, typed: string, now: Date): boolean {
  const code = readPlainSigns(typed, signs);
  if (code === null) return false;
  // All are looked at, so that the time it takes says nothing.
  const same = Array.from({ length: goodFor }, (_, back) => isSameText(code, roomCodeAt(room, minuteOf(now) - back)));
  return same.includes(true);
}

import { parseCivilDate, type UserId } from '#platform/base';
import { hasRole, type Directory } from '#platform/crypto';

/**
 * Whether the verified directory of keys says that somebody signs entries or coordinates, at an hour that they
 * signed. Never the server's word, and never that of the person.
 */
export function isCoordinatorAt(keys: Directory, user: UserId, time: string): boolean {
  if (keys.document.signers.some((signer) => signer.user === user)) return true;
  const on = parseCivilDate(time.slice(0, 10));
  const person = keys.people.get(user);
  return on !== null && (hasRole(person, 'coordinator', on) || hasRole(person, 'duty', on));
}

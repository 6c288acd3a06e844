import { createId, ok, refuse, type RecordId, type Result, type UserId } from '#platform/base';
import { safetyNumber, thumbprintOf } from '#platform/crypto';
import type { z } from 'zod';
import { comparisonContent, comparisonType, type comparisonSchema } from '../model/sealed/comparison.ts';
import { addToSpace } from './append-to-space.ts';
import { readDirectoryOn } from './open-directory.ts';
import type { OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

type Comparison = z.infer<typeof comparisonSchema>;

/** A safety number as it stands on the screen, with the four thumbprints it was made of. */
export interface ShownNumber extends Pick<Comparison, 'other' | 'own' | 'theirs'> {
  /** Twelve groups of five digits. */
  readonly digits: string;
}

/**
 * The sixty digits that somebody and a colleague compare: of one's own keys as this device holds them, and the
 * colleague's as the verified directory names them. `KeyNotCurrent` for somebody without keys, or oneself;
 * `ThumbprintUnreadable` rather than digits of something else.
 */
export async function showSafetyNumber(
  { user, identity, directory }: SpaceSession,
  other: UserId,
): Promise<Result<ShownNumber, SpaceRefusal>> {
  const person = directory.people.get(other);
  if (!person || person.status !== 'active' || other === user) return refuse({ type: 'KeyNotCurrent' });
  const own = {
    encryption: await thumbprintOf(identity.encryption.public),
    signing: await thumbprintOf(identity.signing.public),
  };
  const theirs = { encryption: person.thumbprint, signing: await thumbprintOf(person.signing) };
  const digits = await safetyNumber({ user, ...own }, { user: other, ...theirs });
  return digits.ok ? ok({ other, own, theirs, digits: digits.value }) : digits;
}

/**
 * Signs what was found, for every colleague to read, about the very keys whose number was shown. A statement is a
 * record of its own that is never written again: what is found later is a further one. `KeyNotCurrent` when the
 * directory names other keys by now than those that were shown.
 */
export async function recordComparison(
  session: SpaceSession,
  { other, own, theirs, digits }: ShownNumber,
  { way, result }: Pick<Comparison, 'way' | 'result'>,
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const now = await showSafetyNumber(session, other);
  if (!now.ok) return now;
  if (now.value.digits !== digits) return refuse({ type: 'KeyNotCurrent' });
  const directory = await readDirectoryOn(session);
  if (!directory.ok) return directory;
  const record = createId<RecordId>(session.randomBytes);
  const payload: Comparison = { other, way, result, own, theirs };
  return addToSpace(session, directory.value, ({ log }) =>
    log.records.has(record) ? [] : [{ kind: 'put', record, type: comparisonType, schema: comparisonContent, payload }],
  );
}

import type {
  AccountParts,
  Desk,
  KeptMarks,
  SealedKeyring,
  sendKeyring,
  SignedInPerson,
} from '#kernel/accounts/client';
import type { SpaceSession } from '#kernel/spaces/client';
import { createSeenKeeper, type SeenKeeper } from './seen-keeper.ts';

/** Who is at work, what they saw, and what lies unfinished on their desk. */
interface Seeing {
  readonly person: SignedInPerson;
  readonly marks: KeptMarks;
  readonly desk: Desk;
  readonly session: Pick<SpaceSession, 'directory'>;
}

/** Sealed, with whom it is for and the way to send it: nothing has to be fetched any more when the page goes. */
interface ReadyToSend {
  readonly person: SignedInPerson;
  readonly next: SealedKeyring;
  readonly send: typeof sendKeyring;
}

/**
 * Keeps how far logs and directory were seen, and the desk, sealed in the keyring of whoever is at work, so that no later server can go
 * back behind it. `replace` takes over the person with the newer keyring.
 */
export function keepSeen(
  parts: AccountParts,
  open: () => Seeing | null,
  replace: (person: SignedInPerson) => void,
): SeenKeeper {
  const store = async ({ person, session, marks, desk }: Seeing): Promise<boolean> => {
    const { saveSeen } = await import('#kernel/accounts/client');
    const saved = await saveSeen(parts, person, marks, session.directory, desk);
    if (saved.ok) replace(saved.value);
    return saved.ok;
  };
  return createSeenKeeper<ReadyToSend>({
    seal: async () => {
      const work = open();
      if (!work) return null;
      const { person, marks, session, desk } = work;
      const accounts = await import('#kernel/accounts/client');
      const next = await accounts.sealNextKeyring(parts, person, (keyring) =>
        accounts.withSeen(keyring, marks, session.directory, desk),
      );
      return { person, next, send: accounts.sendKeyring };
    },
    send: async ({ person, next, send }) => {
      const saved = await send(parts, person, next);
      if (saved.ok) replace(saved.value);
      return saved.ok;
    },
    // Whose work it is is read before anything is waited for: it may be locked right after.
    store: () => {
      const work = open();
      return work ? store(work) : Promise.resolve(true);
    },
  });
}

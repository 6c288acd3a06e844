import { useEffect, useState } from 'react';
import { packText, type Pack } from '#kernel/procedures';
import {
  readSignOffs,
  signOffState,
  type SignOffItem,
  type SignOffs,
  type SignOffState,
} from '#modules/casework/client';
import { hashText } from '#platform/crypto';
import { openDirectoryPart } from '../shared/directory-part.ts';

const part = openDirectoryPart<SignOffs, object>({
  read: readSignOffs,
  besideNothing: {},
  beside: () => Promise.resolve({}),
});
const hashes = new WeakMap<Pack, Promise<string>>();

/** The sign-offs of all packs, opened once a tab and whole; `content` is null where there is no directory space yet. */
export const useSignOffs = part.usePart;

/** Writes a sign-off or its withdrawal. */
export const useSignOffAct = part.useAct;

/** The SHA-256 of a frozen pack in base64url; null while it is computed. */
export function usePackHash(pack: Pack): string | null {
  const [hash, setHash] = useState<{ readonly of: Pack; readonly hash: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const known = hashes.get(pack) ?? hashText(packText(pack));
    hashes.set(pack, known);
    void known.then((value) => {
      if (isWanted) setHash({ of: pack, hash: value });
    });
    return () => {
      isWanted = false;
    };
  }, [pack]);
  return hash?.of === pack ? hash.hash : null;
}

/** Whether the rules of a pack are signed off; null while that is looked up or cannot be read. */
export function useSignOffState(pack: Pack): SignOffState<SignOffItem> | null {
  const { at, content } = useSignOffs();
  const hash = usePackHash(pack);
  if (at !== 'open' || hash === null) return null;
  return signOffState(content?.items ?? [], { pack: pack.id, version: pack.version, hash });
}

import { ok, refuse, type CivilDate, type Result, type TenantId, type UserId } from '#platform/base';
import {
  directoryEntrySchema,
  tenantDocumentSchema,
  type DirectoryEntry,
  type PublicJwk,
  type TenantDocument,
} from './directory-schema.ts';
import { hashText, thumbprintOf } from './hash.ts';
import type { LogMark } from './log-state.ts';
import { peekPayload, signPayload, verifyPayload } from './signatures.ts';
import { tenantDocumentPurpose } from './tenant-root.ts';

const entryPurpose = 'baken-directory';

/** A person's present keys and roles, vouched for by a directory signer. */
export interface VerifiedPerson extends DirectoryEntry {
  /** Thumbprint of the encryption key. */
  readonly thumbprint: string;
}

/** A signing key and the last day on which it counted; null while it still does. */
export interface DatedKey extends PublicJwk {
  readonly until: string | null;
}

/** The directory of a programme, verified from the pinned root down to every entry. */
export interface Directory {
  readonly tenant: TenantId;
  /** Thumbprint of the root key. */
  readonly fingerprint: string;
  readonly document: TenantDocument;
  readonly recovery: { readonly key: PublicJwk; readonly thumbprint: string };
  readonly people: ReadonlyMap<UserId, VerifiedPerson>;
  /** Every signing key a person ever had, newest last: old operations were signed with old keys. */
  readonly signingKeys: ReadonlyMap<UserId, readonly DatedKey[]>;
  /** Thumbprints of every encryption key a person ever had, newest last. */
  readonly encryptionThumbprints: ReadonlyMap<UserId, readonly string[]>;
  /** Thumbprints of every recovery key the programme ever had, newest last. */
  readonly recoveryThumbprints: readonly string[];
  /** Where the chain of entries ends; the next entry continues from here. */
  readonly head: { readonly seq: number; readonly hash: string | null };
}

/** Why a directory is not believed; the address book of keys must never be taken on trust. */
export type DirectoryRefusal =
  | { readonly type: 'RootChanged' }
  | { readonly type: 'DirectoryRolledBack' }
  | {
      readonly type: 'DirectoryBroken';
      readonly at: number;
      readonly reason: 'signature' | 'chain' | 'signer' | 'shape';
    };

/** Signs an entry; only the key of a directory signer makes one that others accept. */
export function signDirectoryEntry(key: CryptoKey, entry: DirectoryEntry): Promise<string> {
  return signPayload(key, entryPurpose, entry);
}

/**
 * Verifies tenant documents and entries in order: rising numbers, chained by hash, the first
 * document's root is the pinned one, every entry is signed by a signer whom the document of its day
 * names, and days never go back: a signer who was removed cannot add to the past. `mark` is how far
 * this person saw the directory before (from the keyring): one that ends earlier, or does not pass
 * through that point, is `DirectoryRolledBack`, since it may hide that a key was revoked.
 */
export async function verifyDirectory(
  tenant: TenantId,
  pinned: string,
  documents: readonly string[],
  entries: readonly string[],
  mark: LogMark | null = null,
): Promise<Result<Directory, DirectoryRefusal>> {
  const chain = await verifyDocumentChain(tenant, pinned, documents);
  if (!chain.ok) return chain;
  const newest = chain.value.at(-1);
  if (!newest) return broken(0, 'shape');
  const keys = new KeyHistory();
  let head: Directory['head'] = { seq: 0, hash: null };
  let day = '';
  for (const jws of entries) {
    const at = head.seq + 1;
    const verified = await verifyEntryOfChain(jws, chain.value);
    if (!verified.ok)
      return broken(at, verified.refusal.type === 'DirectoryBroken' ? verified.refusal.reason : 'signature');
    const entry = verified.value;
    if (entry.tenant !== tenant || entry.seq !== at || entry.prev !== head.hash || entry.on < day)
      return broken(at, 'chain');
    head = { seq: at, hash: await hashText(jws) };
    if (mark?.seq === at && mark.head !== head.hash) return refuse({ type: 'DirectoryRolledBack' });
    day = entry.on;
    keys.add({ ...entry, thumbprint: await thumbprintOf(entry.encryption) });
  }
  if (mark && head.seq < mark.seq) return refuse({ type: 'DirectoryRolledBack' });
  return ok({
    tenant,
    fingerprint: pinned,
    document: newest,
    ...(await recoveryOf(chain.value, newest)),
    people: keys.people,
    signingKeys: keys.signing,
    encryptionThumbprints: keys.encryption,
    head,
  });
}

/** The recovery key of today, and every one there ever was. */
async function recoveryOf(
  chain: readonly TenantDocument[],
  newest: TenantDocument,
): Promise<Pick<Directory, 'recovery' | 'recoveryThumbprints'>> {
  const recoveryThumbprints = await Promise.all(chain.map(({ recovery }) => thumbprintOf(recovery)));
  return { recovery: { key: newest.recovery, thumbprint: recoveryThumbprints.at(-1) ?? '' }, recoveryThumbprints };
}

/** What the entries say, gathered in their order. */
class KeyHistory {
  readonly people = new Map<UserId, VerifiedPerson>();
  readonly signing = new Map<UserId, DatedKey[]>();
  readonly encryption = new Map<UserId, string[]>();

  add(person: VerifiedPerson): void {
    const { user, signing, thumbprint, status, on } = person;
    this.people.set(user, person);
    const before = this.signing.get(user) ?? [];
    const newest = before.at(-1);
    const same = newest?.x === signing.x;
    const ended = before.map((dated) =>
      dated === newest && same ? { ...dated, until: null } : { ...dated, until: dated.until ?? on },
    );
    const list = same ? ended : [...ended, { ...signing, until: null }];
    this.signing.set(user, status === 'active' ? list : list.map((dated) => ({ ...dated, until: dated.until ?? on })));
    const thumbprints = this.encryption.get(user) ?? [];
    this.encryption.set(user, thumbprints.includes(thumbprint) ? thumbprints : [...thumbprints, thumbprint]);
  }
}

/** The newest tenant document of a chain that starts at the pinned root. */
export async function verifyTenantDocuments(
  tenant: TenantId,
  pinned: string,
  documents: readonly string[],
): Promise<Result<TenantDocument, DirectoryRefusal>> {
  const chain = await verifyDocumentChain(tenant, pinned, documents);
  if (!chain.ok) return chain;
  const newest = chain.value.at(-1);
  return newest ? ok(newest) : broken(0, 'shape');
}

async function verifyDocumentChain(
  tenant: TenantId,
  pinned: string,
  documents: readonly string[],
): Promise<Result<readonly TenantDocument[], DirectoryRefusal>> {
  const chain: TenantDocument[] = [];
  let prev: string | null = null;
  for (const [at, jws] of documents.entries()) {
    const claimed = tenantDocumentSchema.safeParse(peekPayload(jws));
    if (!claimed.success) return broken(at + 1, 'shape');
    const current = chain.at(-1);
    // A new root counts only when the old one signed it.
    const root: PublicJwk = current?.root ?? claimed.data.root;
    if (!current && (await thumbprintOf(root)) !== pinned) return refuse({ type: 'RootChanged' });
    const verified = await verifyPayload(jws, root, tenantDocumentPurpose);
    if (!verified.ok) return broken(at + 1, 'signature');
    const { data } = claimed;
    if (data.tenant !== tenant || data.seq !== at + 1 || data.prev !== prev) return broken(at + 1, 'chain');
    if (current && data.on < current.on) return broken(at + 1, 'chain');
    prev = await hashText(jws);
    chain.push(data);
  }
  return ok(chain);
}

/** An entry of the past may be signed by whoever was a signer on its day. */
async function verifyEntryOfChain(
  jws: string,
  chain: readonly TenantDocument[],
): Promise<Result<DirectoryEntry, DirectoryRefusal>> {
  let answer: Result<DirectoryEntry, DirectoryRefusal> = broken(0, 'signer');
  for (const [at, document] of chain.entries()) {
    const verified = await verifyDirectoryEntry(jws, document);
    const replacedOn = chain[at + 1]?.on ?? null;
    if (verified.ok && (replacedOn === null || verified.value.on <= replacedOn)) return verified;
    answer = verified.ok ? broken(0, 'signer') : verified;
  }
  return answer;
}

/** One entry on its own, against a document that was verified before. */
export async function verifyDirectoryEntry(
  jws: string,
  document: TenantDocument,
): Promise<Result<DirectoryEntry, DirectoryRefusal>> {
  const claimed = directoryEntrySchema.safeParse(peekPayload(jws));
  if (!claimed.success) return broken(0, 'shape');
  const signer = document.signers.find(({ user }) => user === claimed.data.signer);
  if (!signer) return broken(claimed.data.seq, 'signer');
  const verified = await verifyPayload(jws, signer.signing, entryPurpose);
  return verified.ok ? ok(claimed.data) : broken(claimed.data.seq, 'signature');
}

/** A role that is in force on a day. */
export function hasRole(person: VerifiedPerson | undefined, role: string, on: CivilDate): boolean {
  if (!person || person.status !== 'active') return false;
  return person.roles.some((held) => held.role === role && (held.until === null || held.until >= on));
}

function broken(at: number, reason: 'signature' | 'chain' | 'signer' | 'shape') {
  return refuse({ type: 'DirectoryBroken', at, reason } as const);
}

import { ok, refuse, type CivilDate, type Result, type TenantId, type UserId } from '#platform/base';
import {
  directoryEntrySchema,
  tenantDocumentSchema,
  type DirectoryEntry,
  type PublicJwk,
  type TenantDocument,
} from './directory-schema.ts';
import { hashText, thumbprintOf } from './hash.ts';
import { peekPayload, signPayload, verifyPayload } from './signatures.ts';
import { tenantDocumentPurpose } from './tenant-root.ts';

const entryPurpose = 'baken-directory';

/** A person's present keys and roles, vouched for by a directory signer. */
export interface VerifiedPerson extends DirectoryEntry {
  /** Thumbprint of the encryption key. */
  readonly thumbprint: string;
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
  readonly signingKeys: ReadonlyMap<UserId, readonly PublicJwk[]>;
  /** Where the chain of entries ends; the next entry continues from here. */
  readonly head: { readonly seq: number; readonly hash: string | null };
}

/** Why a directory is not believed; the address book of keys must never be taken on trust. */
export type DirectoryRefusal =
  | { readonly type: 'RootChanged' }
  | { readonly type: 'DirectoryBroken'; readonly at: number; readonly reason: 'signature' | 'chain' | 'signer' | 'shape' };

/** Signs an entry; only the key of a directory signer makes one that others accept. */
export function signDirectoryEntry(key: CryptoKey, entry: DirectoryEntry): Promise<string> {
  return signPayload(key, entryPurpose, entry);
}

/**
 * Verifies tenant documents and entries in order: rising numbers, chained by hash, the first
 * document's root is the pinned one, every entry is signed by a signer that the document names.
 */
export async function verifyDirectory(
  tenant: TenantId,
  pinned: string,
  documents: readonly string[],
  entries: readonly string[],
): Promise<Result<Directory, DirectoryRefusal>> {
  const document = await verifyTenantDocuments(tenant, pinned, documents);
  if (!document.ok) return document;
  const people = new Map<UserId, VerifiedPerson>();
  const signingKeys = new Map<UserId, PublicJwk[]>();
  let head: { seq: number; hash: string | null } = { seq: 0, hash: null };
  for (const jws of entries) {
    const verified = await verifyDirectoryEntry(jws, document.value);
    if (!verified.ok) return broken(head.seq + 1, 'signature');
    const entry = verified.value;
    if (entry.tenant !== tenant || entry.seq !== head.seq + 1 || entry.prev !== head.hash) return broken(head.seq + 1, 'chain');
    head = { seq: entry.seq, hash: await hashText(jws) };
    people.set(entry.user, { ...entry, thumbprint: await thumbprintOf(entry.encryption) });
    const keys = signingKeys.get(entry.user) ?? [];
    if (keys.at(-1)?.x !== entry.signing.x) keys.push(entry.signing);
    signingKeys.set(entry.user, keys);
  }
  const { recovery } = document.value;
  return ok({
    tenant,
    fingerprint: pinned,
    document: document.value,
    recovery: { key: recovery, thumbprint: await thumbprintOf(recovery) },
    people,
    signingKeys,
    head,
  });
}

/** The newest tenant document of a chain that starts at the pinned root. */
export async function verifyTenantDocuments(
  tenant: TenantId,
  pinned: string,
  documents: readonly string[],
): Promise<Result<TenantDocument, DirectoryRefusal>> {
  let current: TenantDocument | null = null;
  let prev: string | null = null;
  for (const [at, jws] of documents.entries()) {
    const claimed = tenantDocumentSchema.safeParse(peekPayload(jws));
    if (!claimed.success) return broken(at + 1, 'shape');
    // A new root counts only when the old one signed it.
    const root: PublicJwk = current?.root ?? claimed.data.root;
    if (current === null && (await thumbprintOf(root)) !== pinned) return refuse({ type: 'RootChanged' });
    const verified = await verifyPayload(jws, root, tenantDocumentPurpose);
    if (!verified.ok) return broken(at + 1, 'signature');
    const { data } = claimed;
    if (data.tenant !== tenant || data.seq !== at + 1 || data.prev !== prev) return broken(at + 1, 'chain');
    prev = await hashText(jws);
    current = data;
  }
  return current ? ok(current) : broken(0, 'shape');
}

/** One entry on its own, against a document that was verified before. */
export async function verifyDirectoryEntry(jws: string, document: TenantDocument): Promise<Result<DirectoryEntry, DirectoryRefusal>> {
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

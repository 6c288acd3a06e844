import { createId, dayInAmsterdam, ok, type Result, type TenantId } from '#platform/base';
import type { ApiRefusal } from '#platform/client';
import {
  createTenantRoot,
  signDirectoryEntry,
  signTenantDocument,
  thumbprintOf,
  type TenantRoot,
} from '#platform/crypto';
import type { DirectoryEntry } from '#platform/crypto/envelope';
import { tenantRoutes } from '../contract/tenant-routes.ts';
import type { RoleGrant } from '../model/role-grant.ts';
import { makeKeys, type MadeKeys } from './make-keys.ts';
import { printSecret, type Printed } from './printed.ts';
import { checkPassphrase, type PassphraseRefusal } from './passphrase.ts';
import type { AccountParts } from './signed-in-person.ts';

/** What the first coordinator decides. */
export interface Founding {
  /** The one-time code that the installation printed, or the practice code of the seed. */
  readonly code: string;
  readonly kind: 'society' | 'network';
  readonly name: string;
  readonly practice: boolean;
  readonly handle: string;
  readonly passphrase: string;
  /** Where the browser is, for the QR code of the kit. */
  readonly origin: string;
}

/** Printed once, then gone: nothing of it is kept anywhere. */
export interface FoundedTenant {
  readonly tenant: TenantId;
  readonly fingerprint: string;
  readonly kit: Printed;
  /** Three shares each; any two bring the key back. For three people in different places. */
  readonly rootShares: readonly string[];
  readonly recoveryShares: readonly string[];
}

/** Roles of the person who founds: they sign the directory until others can. */
export const founderRoles: readonly RoleGrant[] = [
  { role: 'administrator', until: null },
  { role: 'coordinator', until: null },
];

/**
 * Founds a tenant: root and recovery key are made here, printed in shares and dropped; the founder
 * becomes the directory signer. Sign in afterwards. Refusals: `FoundingCodeWrong`, `AlreadyFounded`,
 * `PassphraseTooShort`, `PassphraseCommon`.
 */
export async function foundTenant(
  parts: AccountParts,
  founding: Founding,
): Promise<Result<FoundedTenant, ApiRefusal | PassphraseRefusal>> {
  const { code, kind, name, practice, handle, passphrase } = founding;
  const strong = checkPassphrase(passphrase, handle);
  if (!strong.ok) return strong;
  const tenant = createId<TenantId>(parts.randomBytes);
  const made = await makeKeys({ tenant, handle, passphrase }, parts.randomBytes, (request) =>
    parts.api.call(tenantRoutes.startFounding, { input: { code, tenant, handle, request } }),
  );
  if (!made.ok) return made;
  const keys = await createTenantRoot();
  const fingerprint = await thumbprintOf(keys.root.public);
  const { document, entry } = await signBeginning(parts, tenant, practice, keys, made.value);
  const sent = await parts.api.call(tenantRoutes.foundTenant, {
    input: { code, tenant, kind, name, practice, fingerprint, document, entry, founder: made.value.enrolment },
  });
  if (!sent.ok) return sent;
  await parts.devices.save(handle, { secret: made.value.device, tenant, fingerprint });
  const kit = printSecret('kit', made.value.kit, fingerprint, founding.origin);
  made.value.kit.fill(0);
  return ok({ tenant, fingerprint, kit, rootShares: keys.rootShares, recoveryShares: keys.recoveryShares });
}

/** The first tenant document, signed by the root, and the first directory entry, signed by the founder. */
async function signBeginning(
  { clock }: AccountParts,
  tenant: TenantId,
  practice: boolean,
  keys: TenantRoot,
  { identity }: MadeKeys,
): Promise<{ readonly document: string; readonly entry: string }> {
  const on = dayInAmsterdam(clock.now());
  const document = await signTenantDocument(keys.root.private, {
    v: 1,
    suite: 1,
    tenant,
    seq: 1,
    prev: null,
    root: keys.root.public,
    recovery: keys.recovery.public,
    signers: [{ user: identity.user, signing: identity.signing.public }],
    practice,
    on,
  });
  const first: DirectoryEntry = {
    v: 1,
    suite: 1,
    tenant,
    seq: 1,
    prev: null,
    user: identity.user,
    status: 'active',
    encryption: identity.encryption.public,
    signing: identity.signing.public,
    roles: founderRoles.map(({ role, until }) => ({ role, until })),
    signer: identity.user,
    on,
  };
  return { document, entry: await signDirectoryEntry(identity.signing.private, first) };
}

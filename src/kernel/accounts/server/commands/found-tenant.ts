import { ok, refuse, toHour, type AnyRefusal, type Result, type RouteRequest, type TenantId } from '#platform/base';
import {
  answerRegistration,
  hashText,
  thumbprintOf,
  verifyDirectoryEntry,
  verifyTenantDocuments,
} from '#platform/crypto/server';
import type { DirectoryEntry } from '#platform/crypto/envelope';
import { setCaller } from '#platform/server/db';
import type { AnyoneContext } from '#platform/server/http';
import { recordAudit } from '#kernel/audit/server';
import type { tenantRoutes } from '../../contract/tenant-routes.ts';
import { accountSecrets } from '../secret-names.ts';
import { insertAccount, replaceRoles } from '../store/account-store.ts';
import { insertCredential } from '../store/credential-store.ts';
import { insertEntry } from '../store/directory-store.ts';
import { findTenant, holdFounding, insertDocument, insertTenant } from '../store/tenant-store.ts';
import { grantsOf } from './append-directory.ts';
import { loginIdentifier, loginSetup } from './sign-in.ts';

type Input = RouteRequest<(typeof tenantRoutes)['foundTenant']>['input'];

/** First half of the founder's passphrase. Founding is open while there is no tenant and the code is right. */
export async function startFounding(
  { tx, secrets }: AnyoneContext,
  input: { readonly code: string; readonly tenant: TenantId; readonly handle: string; readonly request: string },
): Promise<Result<{ response: string }, AnyRefusal>> {
  if (await findTenant(tx)) return refuse({ type: 'AlreadyFounded' });
  const { code, tenant, handle, request } = input;
  if (!(await fitsCode(secrets, 'foundingCode', code)) && !(await fitsCode(secrets, 'practiceCode', code))) {
    return refuse({ type: 'FoundingCodeWrong' });
  }
  const answer = await answerRegistration(loginSetup(secrets), loginIdentifier(tenant, handle), request);
  return answer.ok ? ok({ response: answer.value }) : answer;
}

/**
 * Founds the one tenant of an empty installation. A real tenant needs the founding code, a practice
 * tenant the practice code, which only a process on this machine can read. Root, signer and founder
 * must fit together: `DirectoryBroken`, `EntryDoesNotFit`.
 */
export async function foundTenant(context: AnyoneContext, input: Input): Promise<Result<undefined, AnyRefusal>> {
  const { tx, secrets, clock } = context;
  await holdFounding(tx);
  if (await findTenant(tx)) return refuse({ type: 'AlreadyFounded' });
  if (!(await fitsCode(secrets, input.practice ? 'practiceCode' : 'foundingCode', input.code))) {
    return refuse({ type: 'FoundingCodeWrong' });
  }
  const { tenant, kind, name, practice, fingerprint, founder } = input;
  const entry = await checkBeginning(input);
  if (!entry.ok) return entry;
  await setCaller(tx, { tenant, user: founder.user });
  await insertTenant(tx, { tenant, kind, name, practice, fingerprint }, toHour(clock.now()));
  await insertDocument(tx, tenant, 1, input.document);
  await insertAccount(tx, tenant, {
    id: founder.user,
    handle: founder.handle,
    status: 'active',
    encryption: founder.encryption.x,
    signing: founder.signing.x,
    thumbprint: await thumbprintOf(founder.encryption),
  });
  await insertCredential(tx, tenant, founder.user, { record: founder.record, ...founder.sealed });
  await replaceRoles(tx, tenant, founder.user, grantsOf(entry.value));
  await insertEntry(tx, tenant, { seq: 1, hash: await hashText(input.entry), user: founder.user, jws: input.entry });
  await recordAudit(tx, {
    tenant,
    act: 'tenant.founded',
    actor: founder.user,
    subject: null,
    outcome: 'done',
    at: clock.now(),
  });
  return ok(undefined);
}

async function checkBeginning(input: Input): Promise<Result<DirectoryEntry, AnyRefusal>> {
  const { tenant, practice, founder } = input;
  const document = await verifyTenantDocuments(tenant, input.fingerprint, [input.document]);
  if (!document.ok) return refuse({ type: 'DirectoryBroken' });
  const verified = await verifyDirectoryEntry(input.entry, document.value);
  if (!verified.ok) return verified;
  const entry = verified.value;
  const fits =
    document.value.practice === practice &&
    entry.tenant === tenant &&
    entry.seq === 1 &&
    entry.prev === null &&
    entry.user === founder.user &&
    entry.signer === founder.user &&
    entry.status === 'active' &&
    entry.encryption.x === founder.encryption.x &&
    entry.signing.x === founder.signing.x &&
    entry.encryption.crv === 'X25519' &&
    entry.signing.crv === 'Ed25519';
  return fits ? ok(entry) : refuse({ type: 'EntryDoesNotFit' });
}

/** Compares hashes, so that the time it takes tells nothing of the code. One that the installation has not fits nothing. */
async function fitsCode(
  secrets: ReadonlyMap<string, string>,
  name: 'foundingCode' | 'practiceCode',
  code: string,
): Promise<boolean> {
  const expected = secrets.get(accountSecrets[name])?.trim();
  return expected !== undefined && expected !== '' && (await hashText(expected)) === (await hashText(code.trim()));
}

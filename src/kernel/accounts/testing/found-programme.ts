import { expectOk, systemClock, type Clock, type RandomBytes } from '#platform/base';
import type { Api } from '#platform/client';
import { acceptInvitation, confirmInvitation, invite, type MadeInvitation } from '../client/invitations.ts';
import { createMemoryDeviceStore } from '../client/device-store.ts';
import { foundTenant } from '../client/found-tenant.ts';
import { stepUp } from '../client/sessions.ts';
import { signIn } from '../client/sign-in.ts';
import type { AccountParts, SignedInPerson } from '../client/signed-in-person.ts';
import type { RoleGrant } from '../model/role-grant.ts';

/** One person at one device in a test, with what they would know by heart or have on paper. */
export interface TestPerson {
  readonly parts: AccountParts;
  readonly passphrase: string;
  readonly person: SignedInPerson;
  /** Words of the printed kit. */
  readonly kit: string;
}

const origin = 'https://baken.test';

/** Random bytes of the platform. */
export const testRandomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A device without anything on it. */
export function buildParts(api: Api, clock: Clock = systemClock): AccountParts {
  return { api, clock, devices: createMemoryDeviceStore(), randomBytes: testRandomBytes };
}

/** Founds a tenant and signs its founder in. */
export async function buildFounder(
  parts: AccountParts,
  code: string,
  { handle = 'anna', passphrase = 'paper boats on the green canal', practice = false } = {},
): Promise<TestPerson> {
  const founding = { code, kind: 'society' as const, name: 'Test Society', practice, handle, passphrase, origin };
  const founded = expectOk(await foundTenant(parts, founding));
  const person = expectOk(await signIn(parts, { handle, passphrase }));
  return { parts, passphrase, person, kit: founded.kit.words.join(' ') };
}

/** Invites, accepts, confirms and signs in one more person. Gives the inviter back with the newer keyring. */
export async function buildColleague(
  inviter: TestPerson,
  parts: AccountParts,
  {
    handle,
    roles,
    passphrase = 'seven quiet herons by the water',
  }: { readonly handle: string; readonly roles: readonly RoleGrant[]; readonly passphrase?: string },
): Promise<{ readonly inviter: TestPerson; readonly colleague: TestPerson }> {
  const made = expectOk(await invite(inviter.parts, inviter.person, { roles, origin }));
  const accepted = expectOk(await acceptInvitation(parts, { text: made.qrText, handle, passphrase, origin }));
  await confirm(inviter, made);
  const person = expectOk(await signIn(parts, { handle, passphrase }));
  const colleague = { parts, passphrase, person, kit: accepted.kit.words.join(' ') };
  return { inviter: { ...inviter, person: made.person }, colleague };
}

/** Confirms, with the passphrase once more where the server asks for it, as a person would. */
async function confirm({ parts, passphrase }: TestPerson, { person, id }: MadeInvitation): Promise<void> {
  const confirmed = await confirmInvitation(parts, person, id);
  if (confirmed.ok || confirmed.refusal.type !== 'StepUpNeeded') return void expectOk(confirmed);
  expectOk(await stepUp(parts, passphrase));
  expectOk(await confirmInvitation(parts, person, id));
}

import { addDays, expectOk, type CivilDate, type UserId } from '#platform/base';
import {
  acceptInvitation,
  confirmInvitation,
  foundTenant,
  invite,
  setRoles,
  signIn,
  suggestPassphrase,
  type AccountParts,
  type SignedInPerson,
} from '#kernel/accounts/client';
import { randomBytes } from '#platform/crypto';
import {
  admitToDirectory,
  createDirectory,
  recordComparison,
  showSafetyNumber,
  type SpaceSession,
} from '#kernel/spaces/client';
import type { PracticeColleague } from './practice-world/practice-world.ts';
import { createParts, keepFresh, openSession } from './seed-parts.ts';

/** Somebody fictional who can sign in; passphrase and kit are public on purpose. */
export interface SeededPerson {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly passphrase: string;
  /** The text of the kit's QR code, which names the root too. */
  readonly kit: string;
  readonly user: UserId;
  readonly parts: AccountParts;
}

/** The programme with its founder at work. */
export interface SeededProgramme {
  readonly people: readonly SeededPerson[];
  readonly founder: SpaceSession;
  readonly fresh: () => Promise<void>;
  /** Gives roles the ends of the world, once everything that needs them is done. */
  endRoles(): Promise<void>;
}

/** Founds the fictional programme and lets everybody in through real invitations. */
export async function seedPeople(
  baseUrl: string,
  practiceCode: string,
  colleagues: readonly PracticeColleague[],
  on: CivilDate,
  onProgress: (words: string) => void,
): Promise<SeededProgramme> {
  const [first, ...others] = colleagues;
  if (!first) throw new Error('a programme needs somebody');
  const parts = createParts(baseUrl);
  const passphrase = suggestPassphrase(randomBytes);
  const { handle, name } = first;
  const founding = { code: practiceCode, kind: 'society', name: 'Demo programme', practice: true } as const;
  const founded = expectOk(await foundTenant(parts, { ...founding, handle, passphrase, origin: baseUrl }));
  let person: SignedInPerson = expectOk(await signIn(parts, { handle, passphrase }));
  const fresh = keepFresh(parts, passphrase);
  const kit = founded.kit.qrText;
  const people: SeededPerson[] = [{ handle, name, role: first.role, passphrase, kit, user: person.user, parts }];
  for (const colleague of others) {
    onProgress(`letting in ${colleague.name}`);
    await fresh();
    const joined = await join(baseUrl, parts, person, colleague, on);
    person = joined.inviter;
    people.push(joined.colleague);
  }
  const founder = await openSession(parts, person);
  await seedNames(founder, people);
  const endRoles = async (): Promise<void> => {
    await fresh();
    await endPastRoles(parts, person, colleagues, people, on);
  };
  return { people, founder, fresh, endRoles };
}

async function seedNames(founder: SpaceSession, [first, ...others]: readonly SeededPerson[]): Promise<void> {
  let directory = expectOk(await createDirectory(founder, first?.name ?? ''));
  for (const { user, name, role } of others) {
    const relation = role === 'coordinator' ? 'coordinator' : 'reader';
    directory = expectOk(await admitToDirectory(founder, directory, { user, name, relation }));
  }
  // The coordinators have met. Everybody else is left to whoever tries it out.
  for (const { user } of others.filter(({ role }) => role === 'coordinator')) {
    const shown = expectOk(await showSafetyNumber(founder, user));
    expectOk(await recordComparison(founder, shown, { way: 'in-person', result: 'same' }));
  }
}

async function endPastRoles(
  parts: AccountParts,
  person: SignedInPerson,
  colleagues: readonly PracticeColleague[],
  people: readonly SeededPerson[],
  on: CivilDate,
): Promise<void> {
  for (const { handle, roleUntil } of colleagues) {
    const user = people.find((one) => one.handle === handle)?.user;
    if (!user || roleUntil === null || roleUntil >= on) continue;
    expectOk(await setRoles(parts, person, user, [{ role: 'volunteer', until: roleUntil }]));
  }
}

async function join(
  baseUrl: string,
  inviterParts: AccountParts,
  inviter: SignedInPerson,
  { handle, name, role, roleUntil }: PracticeColleague,
  on: CivilDate,
): Promise<{ readonly inviter: SignedInPerson; readonly colleague: SeededPerson }> {
  const until = roleUntil !== null && roleUntil < on ? addDays(on, 1) : roleUntil;
  const made = expectOk(await invite(inviterParts, inviter, { roles: [{ role, until }], origin: baseUrl }));
  const parts = createParts(baseUrl);
  const passphrase = suggestPassphrase(randomBytes);
  const accepted = expectOk(
    await acceptInvitation(parts, { text: made.words.join(' '), handle, passphrase, origin: baseUrl }),
  );
  const { user } = expectOk(await confirmInvitation(inviterParts, made.person, made.id));
  return {
    inviter: made.person,
    colleague: { handle, name, role, passphrase, kit: accepted.kit.qrText, user, parts },
  };
}

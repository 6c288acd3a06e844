import { expectOk } from '#platform/base';
import { createMarks, loadDirectory, openOwnKeyring, saveSeen } from '#kernel/accounts/client';
import { buildColleague, buildFounder, buildParts, type TestPerson } from '#kernel/accounts/testing';
import { admitToDirectory, createDirectory, type SpaceSession } from '#kernel/spaces/client';
import { buildSession } from '#kernel/spaces/testing';
import {
  acceptAttestations,
  acceptCase,
  giveTeam,
  referCase,
  startIntake,
  type OpenedCase,
  type RecordToPut,
} from '#modules/casework/client';
import { buildConsent, buildPerson, buildReach, buildSafety } from '#modules/casework/testing';
import { connectTo, type TestServer } from '../support/test-server.ts';
import { passphrase } from './found-and-invite.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

/** A programme made through the client code, for stories that do not tell how it came to be. */
export interface ReadyProgramme {
  readonly anna: TestPerson;
  readonly bram: TestPerson;
  readonly noor: TestPerson;
  /** Anna's own session outside any browser. */
  readonly session: SpaceSession;
}

/** Founds a programme with two coordinators and a volunteer, all of them with a name and a keyring. */
export async function readyProgramme(server: Pick<TestServer, 'address' | 'foundingCode'>): Promise<ReadyProgramme> {
  const device = () => buildParts(connectTo(server.address).api);
  const founder = await buildFounder(device(), server.foundingCode, { handle: 'anna.f', passphrase });
  const second = { handle: 'bram.s', passphrase, roles: [{ role: 'coordinator', until: null }] } as const;
  const volunteer = { handle: 'noor.v', passphrase, roles: [{ role: 'volunteer', until: null }] } as const;
  const { inviter, colleague: bram } = await buildColleague(founder, device(), second);
  const { inviter: anna, colleague: noor } = await buildColleague(inviter, device(), volunteer);
  const session = await buildSession(anna);
  let directory = expectOk(await createDirectory(session, 'Anna Founder'));
  for (const [{ person }, name, relation] of [
    [bram, 'Bram Second', 'coordinator'],
    [noor, 'Noor Volunteer', 'reader'],
  ] as const) {
    directory = expectOk(await admitToDirectory(session, directory, { user: person.user, name, relation }));
  }
  const [own, keptBram, keptNoor] = await Promise.all([withKeyring(anna), withKeyring(bram), withKeyring(noor)]);
  return { anna: own, bram: keptBram, noor: keptNoor, session };
}

/** Opens a case named `family`, accepts it and, where somebody is named, gives it to them. */
export async function readyCase(
  { bram, session }: ReadyProgramme,
  family: string,
  lead: TestPerson | null,
): Promise<OpenedCase> {
  const person = buildPerson({ names: [{ given: 'Selamte', family, script: 'Latn', use: 'legal' }] });
  const referred = expectOk(await referCase(session, { coordinators: [bram.person.user], person }));
  const intake = expectOk(await startIntake(session, referred));
  const accepted = expectOk(
    await acceptCase(session, intake, { attestations: acceptAttestations, puts: agreedThings() }),
  );
  return lead ? expectOk(await giveTeam(session, accepted, { lead: lead.person.user })) : accepted;
}

/** What stands in the file of somebody who was accepted: a plan for contact at every hour, a consent, a safety check. */
function agreedThings(): readonly RecordToPut[] {
  const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:59' }];
  const channels = [{ id: 'phone', kind: 'call', reach: '06 0000 1234', safe: 'yes', voicemail: false }] as const;
  return [
    { kind: 'reach', content: buildReach({ channels: [...channels], windows }) },
    { kind: 'consent', content: buildConsent() },
    { kind: 'safety', content: buildSafety() },
  ];
}

/** Sets up the browser from somebody's printed kit and unlocks it. */
export async function enterWithKit(address: string, who: TestPerson, options: ScreenOptions = {}): Promise<Screen> {
  const screen = await openScreen(address, options);
  await keepKit(screen, who);
  await unlockAs(screen, who);
  return screen;
}

/** Makes the device of an open entry page one more device of this person. */
export async function keepKit(screen: Screen, { person, kit }: TestPerson): Promise<void> {
  await screen.press('Use this device for the first time');
  await screen.fill('Sign-in name', person.handle);
  await screen.fill('The 24 words of your kit', kit);
  await screen.press('Keep on this device');
  await screen.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
}

/** Unlocks at the door as this person. */
export async function unlockAs(screen: Screen, { person, passphrase }: TestPerson): Promise<void> {
  await screen.fill('Sign-in name', person.handle);
  await screen.fill('Passphrase', passphrase);
  await screen.press('Unlock');
  await screen.page.getByRole('navigation').first().waitFor();
}

/** With a keyring of their own the words of the kit are enough for a further device. */
async function withKeyring(who: TestPerson): Promise<TestPerson> {
  const { parts, person } = who;
  const directory = expectOk(await loadDirectory(parts, person));
  const marks = createMarks(await openOwnKeyring(person));
  return { ...who, person: expectOk(await saveSeen(parts, person, marks, directory)) };
}

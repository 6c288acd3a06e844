import { passphrase } from './found-and-invite.ts';
import type { Screen } from './screen.ts';

/** A coordinator opens a sealed case, accepts it and gives it to Noor; ends on its journey. */
export async function openCaseForTeam(anna: Screen): Promise<void> {
  // A sealed case: two coordinators, a plan for contact, a consent, and then a team.
  await anna.follow('Cases');
  await anna.follow('New case');
  await anna.fill('Given name', 'Selamte');
  await anna.fill('Family name', 'Okparinde');
  await anna.choose('Second coordinator', 'Bram Second');
  await anna.press('Open the case');
  await anna.press('Begin the intake');
  await anna.seeHeading('Intake');
  await anna.follow('Person');
  await anna.press('Agree a plan');
  await anna.fill('Number, address or where', '06 0000 1234');
  // Safe at any hour, since the story is told at any hour.
  for (const day of ['Sat', 'Sun']) await anna.tick(day);
  await anna.fill('From', '00:00');
  await anna.fill('Until', '23:59');
  await anna.press('Agreed today: save');
  await anna.see('Safe now');
  // The number is not in the page before somebody asks for it.
  if ((await anna.page.getByText('06 0000 1234').count()) > 0) throw new Error('the number stands open');
  await anna.press('Show the number');
  await anna.see(/06 0000 1234/);
  await anna.press('Hide');
  await anna.press('Record consent');
  await anna.tick('said yes');
  await anna.press('Save');
  await anna.see('Support by us');
  await anna.press('Open this part');
  await anna.press('Do a safety check');
  await anna.page
    .getByRole('group', { name: 'How it is now' })
    .getByLabel(/Steady/)
    .check();
  await anna.press('Save');
  await anna.see('What the person answered');
  await anna.follow('Journey');
  for (const seen of [/who we are/, /agreed to support/, /safety check was done/, /safe contact was agreed/])
    await anna.tick(seen);
  await anna.press('Accept');
  await anna.seeHeading('Give the case to a team');
  await anna.choose('Lead', 'Noor Volunteer');
  await anna.press('Give the case');
  await anna.fill('Passphrase', passphrase);
  await anna.press('Confirm');
  await anna.seeHeading('Begin the journey');
}

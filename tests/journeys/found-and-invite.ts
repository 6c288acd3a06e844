import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

export const passphrase = 'paper boats on the green canal';

/** Founds a programme through the screens and ends on the overview. */
export async function foundProgramme(
  address: string,
  code: string,
  { onKit, ...options }: ScreenOptions & { readonly onKit?: (words: readonly string[]) => void } = {},
): Promise<Screen> {
  const screen = await openScreen(address, options);
  await screen.seeHeading('Found your programme');
  await screen.fill('Founding code', code);
  await screen.fill('Name of the organisation or project', 'Test Society');
  await screen.fill('Your name, for colleagues', 'Anna Founder');
  await screen.fill('Sign-in name', 'anna.f');
  await screen.fill('Passphrase', passphrase);
  await screen.press('Found');
  await screen.seeHeading('Your programme is founded');
  onKit?.(
    await screen.page.getByRole('list', { name: 'The 24 words of your kit' }).getByRole('listitem').allTextContents(),
  );
  await screen.press('All of it is on paper. Go on');
  await screen.page.getByRole('navigation').first().waitFor();
  return screen;
}

/** Invites somebody by words, lets them join in a browser of their own, and confirms them. */
export async function inviteColleague(
  inviter: Screen,
  address: string,
  colleague: { readonly role: string; readonly name: string; readonly handle: string } & ScreenOptions,
): Promise<Screen> {
  await goToPeople(inviter);
  await inviter.press('Invite somebody');
  await inviter.choose('Role', colleague.role);
  await inviter.press('Make the invitation');
  await inviter.seeHeading('Hand this over outside Baken');
  const words = await inviter.page.getByRole('list', { name: 'The 12 words' }).getByRole('listitem').allTextContents();
  const screen = await openScreen(address, colleague);
  await screen.press('I have an invitation');
  await screen.fill('The 12 words, or the text of the QR code', words.join(' '));
  await screen.press('Look at the invitation');
  await screen.see(/You are invited to/);
  await screen.fill('Sign-in name', colleague.handle);
  await screen.fill('Passphrase', passphrase);
  await screen.press('Make my keys');
  await screen.seeHeading('Your keys are made on this device');
  await screen.press('I have it on paper');
  await inviter.page.reload();
  await unlock(inviter, 'anna.f');
  await goToPeople(inviter);
  await inviter.fill('Name of the person, as colleagues know them', colleague.name);
  await inviter.fill(/^Confirm it is you/, passphrase);
  await inviter.press(`Confirm ${colleague.handle}`);
  await inviter.page.getByText(colleague.name).first().waitFor();
  await unlock(screen, colleague.handle);
  await screen.page.getByRole('navigation').first().waitFor();
  return screen;
}

/** The people of the programme: in the side bar, on a phone behind "More". */
async function goToPeople(screen: Screen): Promise<void> {
  if ((screen.page.viewportSize()?.width ?? 1280) < 960) {
    await screen.follow('More');
    await screen.seeHeading('Your account');
  }
  await screen.follow('People');
  await screen.seeHeading('People');
}

/** Unlocks at the door. */
export async function unlock(screen: Screen, handle: string): Promise<void> {
  await screen.page.getByRole('button', { name: 'Unlock', exact: true }).waitFor();
  await screen.fill('Sign-in name', handle);
  await screen.fill('Passphrase', passphrase);
  await screen.press('Unlock');
  await screen.page.getByRole('navigation').first().waitFor();
}

import type { Locator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { findBarriers } from '../support/accessibility.ts';
import type { Hands, PickedFile } from './hands.ts';
import { keyboardHands } from './keyboard-hands.ts';

const mouseHands: Hands = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: async (target, option) => void (await target.selectOption({ index: option })),
  tick: (target) => target.check(),
  // Files of many megabytes travel into the page first: on a busy machine that takes longer than any other act.
  attach: (target, file) => target.setInputFiles(file, { timeout: 60_000 }),
};

/** What a screen is opened with. */
export type ScreenOptions = NonNullable<Parameters<typeof openBrowser>[0]> & { readonly keyboard?: boolean };

/** Words for what a person does on a screen; finds things as people do: by name and role. */
export interface Screen {
  readonly page: Page;
  readonly browser: TestBrowser;
  fill(label: string | RegExp, text: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Presses something that has no name of its own to find it by. */
  pressOn(target: Locator): Promise<void>;
  attach(label: string, file: PickedFile): Promise<void>;
  follow(name: string | RegExp): Promise<void>;
  choose(label: string | RegExp, option: string | RegExp): Promise<void>;
  tick(label: string | RegExp): Promise<void>;
  date(legend: string | RegExp, day: string): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  seeHeading(name: string | RegExp): Promise<void>;
  barriers(): Promise<readonly string[]>;
}

/**
 * What pages complained of that no story expects. Where somebody stores how far they saw in the moment in which their page
 * does so by itself, the server says so (409), and the device sends it again: one that was not is told here too.
 */
export function complaintsOf(screens: readonly Screen[]): readonly string[] {
  const met = /status of 409 .* \/api\/keyring$/;
  return screens.flatMap(({ browser: { complaints, refused } }) => [
    ...complaints.filter((words) => !met.test(words)),
    ...[...refused].map((address) => `refused and not sent again: ${address}`),
  ]);
}

/**
 * How long a page is waited for, milliseconds. It bounds what hangs and measures nothing: a machine that other work stops
 * for half a minute must not be read as a page that never came.
 */
const patience = 60_000;

/** Opens a browser of its own at an address. */
export async function openScreen(address: string, options: ScreenOptions = {}): Promise<Screen> {
  const browser = await openBrowser(options);
  const { page } = browser;
  page.setDefaultTimeout(patience);
  await page.goto(address);
  const hands = options.keyboard ? keyboardHands(page) : mouseHands;
  const labelled = (label: string | RegExp): Locator =>
    page.getByLabel(label, { exact: typeof label === 'string' }).first();
  const named = (role: 'button' | 'link', name: string | RegExp): Locator =>
    page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  return {
    page,
    browser,
    fill: (label, text) => hands.fill(labelled(label), text),
    press: (name) => hands.press(named('button', name)),
    pressOn: (target) => hands.press(target),
    attach: (label, file) => hands.attach(labelled(label), file),
    follow: (name) => hands.press(named('link', name)),
    choose: async (label, option) => {
      const select = labelled(label);
      await select.waitFor();
      const texts = await select.locator('option').allTextContents();
      const found = texts.findIndex((text) => (typeof option === 'string' ? text === option : option.test(text)));
      if (found === -1) throw new Error(`no option ${String(option)} in ${texts.join(' | ')}`);
      await hands.choose(select, found);
    },
    tick: (label) => hands.tick(labelled(label)),
    date: async (legend, day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const group = page.getByRole('group', { name: legend }).first();
      await hands.fill(group.getByLabel(/^(Day|Dag)$/), String(Number(date)));
      await hands.fill(group.getByLabel(/^(Month|Maand)$/), String(Number(month)));
      await hands.fill(group.getByLabel(/^(Year|Jaar)$/), year);
    },
    see: (text) => awaited(page, page.getByText(text).first()),
    seeHeading: (name) => awaited(page, page.getByRole('heading', { name }).first()),
    barriers: () => findBarriers(page),
  };
}

/** Waits for something; what never comes is told together with what stood there instead, or nobody can say why. */
async function awaited(page: Page, target: Locator): Promise<void> {
  try {
    await target.waitFor();
  } catch (error) {
    const stood = await page
      .locator('body')
      .innerText({ timeout: 2_000 })
      .catch(() => 'nothing that could be read');
    throw new Error(`not seen: ${String(target)}; at ${page.url()} stood:\n${stood}`, { cause: error });
  }
}

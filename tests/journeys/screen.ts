import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { findBarriers } from '../support/accessibility.ts';

/** Words for what a person does on a screen; finds things as people do: by name and role. */
export interface Screen {
  readonly page: Page;
  readonly browser: TestBrowser;
  fill(label: string | RegExp, text: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  follow(name: string | RegExp): Promise<void>;
  choose(label: string | RegExp, option: string | RegExp): Promise<void>;
  tick(label: string | RegExp): Promise<void>;
  date(legend: string | RegExp, day: string): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  seeHeading(name: string | RegExp): Promise<void>;
  barriers(): Promise<readonly string[]>;
}

const patience = 20_000;

/** Opens a browser of its own at an address. */
export async function openScreen(address: string, options: Parameters<typeof openBrowser>[0] = {}): Promise<Screen> {
  const browser = await openBrowser(options);
  const { page } = browser;
  page.setDefaultTimeout(patience);
  await page.goto(address);
  return {
    page,
    browser,
    fill: (label, text) =>
      page
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .fill(text),
    press: (name) =>
      page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    follow: (name) =>
      page
        .getByRole('link', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    choose: async (label, option) => {
      const select = page.getByLabel(label, { exact: typeof label === 'string' }).first();
      const texts = await select.locator('option').allTextContents();
      const found = texts.find((text) => (typeof option === 'string' ? text === option : option.test(text)));
      if (found === undefined) throw new Error(`no option ${String(option)} in ${texts.join(' | ')}`);
      await select.selectOption({ label: found });
    },
    tick: (label) =>
      page
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .check(),
    date: async (legend, day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const group = page.getByRole('group', { name: legend }).first();
      await group.getByLabel(/^(Day|Dag)$/).fill(String(Number(date)));
      await group.getByLabel(/^(Month|Maand)$/).fill(String(Number(month)));
      await group.getByLabel(/^(Year|Jaar)$/).fill(year);
    },
    see: (text) => page.getByText(text).first().waitFor(),
    seeHeading: (name) => page.getByRole('heading', { name }).first().waitFor(),
    barriers: () => findBarriers(page),
  };
}

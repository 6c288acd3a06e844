/**
 * Takes the picture of the overview that the README shows: a running demo programme, its first coordinator, Chromium.
 * Usage: npx node scripts/overview-picture.ts http://127.0.0.1:8080
 */
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const target = join(import.meta.dirname, '../docs/pictures/overview.png');

async function takePicture(address: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
  });
  await page.goto(address);
  await page
    .getByRole('button', { name: /^Open as/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Needs you first' }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.getByText('Load of volunteers').waitFor();
  await page.screenshot({ path: target });
  await browser.close();
  console.log(`written: ${target}`);
}

const [address] = process.argv.slice(2);
if (address === undefined || address === '--help')
  console.log('npx node scripts/overview-picture.ts ADDRESS   takes docs/pictures/overview.png from a running demo');
else await takePicture(address);

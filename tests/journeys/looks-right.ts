import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Screen } from './screen.ts';

/** Nothing that axe finds stands in the way of anybody, and nothing is wider than the window. */
export async function looksRight(screen: Screen): Promise<void> {
  expect(await screen.barriers()).toEqual([]);
  await fits(screen);
}

/** The same in windows of several widths, in CSS pixels; the first one stays. */
export async function looksRightAt(screen: Screen, widths: readonly [number, ...number[]]): Promise<void> {
  expect(await screen.barriers()).toEqual([]);
  for (const width of widths.toReversed()) {
    await screen.page.setViewportSize({ width, height: 800 });
    await fits(screen, String(width));
  }
}

async function fits({ page }: Screen, at = ''): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), at).toBeLessThanOrEqual(0);
}

/** What a button offers for saving. */
export async function savedBy(screen: Screen, button: string): Promise<Buffer> {
  const waiting = screen.page.waitForEvent('download');
  await screen.press(button);
  return readFileSync(await (await waiting).path());
}

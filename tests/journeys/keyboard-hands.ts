import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.ts';

/** More presses than any page has stops: then the thing cannot be reached. */
const mostStops = 400;

/**
 * Does everything with Tab, Enter, Space, arrows and letters, as somebody without a mouse does. Fails when a thing cannot
 * be reached by Tab, or when the focus cannot be seen where it is.
 */
export function keyboardHands(page: Page): Hands {
  const { keyboard } = page;
  // Asked for from the start: a chooser asked for in the moment in which it opens is missed by a busy browser.
  page.on('filechooser', () => undefined);
  const reach = async (target: Locator): Promise<void> => {
    // Found once: to look a thing up by its name is work for the whole page, and there may be hundreds of stops before it.
    let element = await found(target);
    for (let stop = 0; stop < mostStops; stop += 1) {
      const isFocused = await element.evaluate((node) =>
        node.isConnected ? node === node.ownerDocument.activeElement : null,
      );
      if (isFocused) return expectVisibleFocus(target);
      if (isFocused === null) element = await found(target);
      else await keyboard.press('Tab');
    }
    throw new Error(`not reached by Tab: ${String(target)}`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await keyboard.press('Enter');
    },
    fill: async (target, text) => {
      await reach(target);
      if ((await target.getAttribute('type')) === 'time') return typeTime(page, target, text);
      await keyboard.press('Control+A');
      await keyboard.type(text);
    },
    choose: async (target, option) => {
      await reach(target);
      await keyboard.press('Home');
      for (let at = 0; at < option; at += 1) await keyboard.press('ArrowDown');
    },
    tick: async (target) => {
      if (await target.isChecked()) return;
      if ((await target.getAttribute('type')) === 'radio') return tickRadio(page, target, reach);
      await reach(target);
      await keyboard.press('Space');
    },
    attach: async (target, file) => {
      await reach(target);
      const asked = page.waitForEvent('filechooser');
      await keyboard.press('Space');
      await (await asked).setFiles(file);
    },
  };
}

async function found(target: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['elementHandle']>>>> {
  await target.waitFor();
  const element = await target.elementHandle();
  if (element === null) throw new Error(`not there any more: ${String(target)}`);
  return element;
}

/** Tab stops at one radio of a group; arrows choose among them. */
async function tickRadio(page: Page, target: Locator, reach: (target: Locator) => Promise<void>): Promise<void> {
  const group = page.locator(`input[type="radio"][name="${(await target.getAttribute('name')) ?? ''}"]`);
  const checked = group.and(page.locator(':checked'));
  await reach((await checked.count()) > 0 ? checked : group.first());
  if ((await checked.count()) === 0) await page.keyboard.press('Space');
  for (let at = 0; at < mostStops && !(await target.isChecked()); at += 1) await page.keyboard.press('ArrowDown');
}

// Runs in the page, where the type check of this side knows nothing; so it is text.
const focusFlaws = `(element) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  // A link that goes on in a second line is looked at in its first: the middle of both lines together belongs to others.
  const [box = element.getBoundingClientRect()] = element.getClientRects();
  const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const uncovered = middle !== null && (element.contains(middle) || middle.contains(element));
  return [ringed ? '' : 'without a ring', uncovered ? '' : 'covered'].filter(Boolean).join(', ');
}`;

/** What has the focus is drawn with a ring, and the bars at the top and the bottom do not cover it (WCAG 2.4.7, 2.4.11). */
async function expectVisibleFocus(target: Locator): Promise<void> {
  const flaws = await target.page().evaluate<string>(`(${focusFlaws})(document.activeElement)`);
  if (flaws !== '') throw new Error(`the focus cannot be seen (${flaws}) on ${String(target)}`);
}

/** Hours and minutes have a place each, and a third says morning or afternoon where the browser counts to twelve. */
async function typeTime({ keyboard }: Page, target: Locator, text: string): Promise<void> {
  const [hours = '', minutes = ''] = text.split(':');
  await keyboard.type(`${hours}${minutes}`);
  if ((await target.inputValue()) === text) return;
  for (let back = 0; back < 3; back += 1) await keyboard.press('ArrowLeft');
  const hour = String(Number(hours) % 12 || 12).padStart(2, '0');
  await keyboard.type(`${hour}${minutes}${Number(hours) < 12 ? 'A' : 'P'}`);
  if ((await target.inputValue()) !== text) throw new Error(`the time ${text} cannot be typed`);
}

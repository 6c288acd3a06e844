import { expect, test } from 'vitest';
import { emptyKeyring, type Keyring } from '../model/sealed/keyring.ts';
import { createDesk, type Desk } from './desk.ts';

let time = Date.parse('2026-12-14T10:00:00Z');
const clock = { now: () => new Date(time) };
const days = (count: number): void => void (time += count * 86_400_000);
const seconds = (count: number): void => void (time += count * 1_000);

/** What a server keeps, and two tabs that lay their desks on it, each knowing only what it began with. */
let kept: Keyring = emptyKeyring('root');
const openTab = (): Desk => createDesk(kept, clock);
const store = (desk: Desk): void => void (kept = desk.layOn(kept));
const there = (): unknown => createDesk(kept, clock).read('new-case');

test('a tab that stores later what it saw takes nothing from another tab, and brings nothing back', () => {
  kept = emptyKeyring('root');
  const [left, right] = [openTab(), openTab()];
  left.keep('new-case', { given: 'first' });
  store(left);
  left.keep('new-case', null);
  store(left);
  seconds(1);
  right.keep('new-case', { given: 'begun in the other tab' });
  store(right);
  // The first tab stores again, for a mark it saw.
  store(left);
  expect(there()).toEqual({ given: 'begun in the other tab' });

  seconds(1);
  const third = openTab();
  third.keep('new-case', null);
  store(third);
  store(right);
  expect(there()).toBeNull();
});

test('what nobody came back to for two weeks is gone, and does not take newer text with it', () => {
  kept = emptyKeyring('root');
  const old = openTab();
  old.keep('new-case', { given: 'old' });
  store(old);
  days(15);
  const [late, other] = [openTab(), openTab()];
  expect(late.read('new-case')).toBeNull();
  other.keep('new-case', { given: 'new' });
  store(other);
  store(late);
  expect(there()).toEqual({ given: 'new' });
  days(15);
  store(late);
  expect(kept.desk).toEqual({});
});

test('more than a form of this kind can hold is left to the page, so that the keyring still goes out', () => {
  kept = emptyKeyring('root');
  let told = 0;
  const desk = createDesk(kept, clock, () => (told += 1));
  desk.keep('new-case', { given: 'short' });
  desk.keep('new-case', { given: 'x'.repeat(1_000_000) });
  store(desk);
  expect([JSON.stringify(kept).length < 1_000, there(), told]).toEqual([true, { given: 'short' }, 1]);
});

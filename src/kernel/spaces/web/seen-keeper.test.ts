import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSeenKeeper } from './seen-keeper.ts';

let seen = 0;
let stored: number[] = [];
let sent: number[] = [];
let works = true;

const makeKeeper = () =>
  createSeenKeeper<number>({
    seal: () => Promise.resolve(seen),
    send: (sealed) => {
      sent.push(sealed);
      return Promise.resolve(works);
    },
    store: () => {
      stored.push(seen);
      return Promise.resolve(works);
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
  [seen, stored, sent, works] = [0, [], [], true];
});
afterEach(() => {
  vi.useRealTimers();
});

test('stores a few seconds after the last that was new, once, and then nothing more', async () => {
  const keeper = makeKeeper();
  for (seen = 1; seen < 4; seen += 1) {
    keeper.note();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  seen = 3;
  expect(stored).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(stored).toEqual([3]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(stored).toEqual([3]);
});

test('does not wait longer than half a minute while more and more is new', async () => {
  const keeper = makeKeeper();
  for (seen = 1; seen <= 31; seen += 1) {
    keeper.note();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(stored.length).toBe(1);
});

test('a page that goes sends what is sealed already, before anything is waited for', async () => {
  const keeper = makeKeeper();
  seen = 1;
  keeper.note();
  await vi.advanceTimersByTimeAsync(400);
  keeper.leave();
  expect(sent).toEqual([1]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect([sent, stored]).toEqual([[1], []]);
  keeper.leave();
  expect(sent).toEqual([1]);
});

test('a page that goes before anything was sealed stores in the ordinary way', async () => {
  const keeper = makeKeeper();
  seen = 1;
  keeper.note();
  keeper.leave();
  await vi.advanceTimersByTimeAsync(0);
  expect([sent, stored]).toEqual([[], [1]]);
});

test('what was sent on leaving, and refused because another tab was first, is stored together with theirs soon after', async () => {
  const keeper = makeKeeper();
  seen = 1;
  keeper.note();
  await vi.advanceTimersByTimeAsync(400);
  works = false;
  keeper.leave();
  await vi.advanceTimersByTimeAsync(0);
  works = true;
  await vi.advanceTimersByTimeAsync(4_000);
  expect([sent, stored]).toEqual([[1], [1]]);
});

test('what could not be stored is tried again, and what was noted meanwhile is not taken for stored', async () => {
  const keeper = makeKeeper();
  works = false;
  seen = 1;
  keeper.note();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(stored).toEqual([1]);
  works = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stored).toEqual([1, 1]);

  const slow = Promise.withResolvers<boolean>();
  const asked: number[] = [];
  const other = createSeenKeeper<number>({
    seal: () => Promise.resolve(seen),
    send: () => Promise.resolve(true),
    store: () => {
      asked.push(seen);
      return asked.length === 1 ? slow.promise : Promise.resolve(true);
    },
  });
  other.note();
  other.flush();
  seen = 2;
  other.note();
  slow.resolve(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([1, 2]);
});

test('what was dropped is not stored', async () => {
  const keeper = makeKeeper();
  keeper.note();
  keeper.drop();
  keeper.leave();
  await vi.advanceTimersByTimeAsync(600_000);
  expect([sent, stored]).toEqual([[], []]);
});

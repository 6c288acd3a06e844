import { expect, test } from 'vitest';
import { roomMinutesLeft, roomTime } from './room-time.ts';

const held = { startsAt: new Date('2026-12-10T09:00:00Z'), endsAt: new Date('2026-12-10T11:00:00Z') };

test.each([
  ['2026-12-10T08:29:59Z', 'early', 152],
  ['2026-12-10T08:30:00Z', 'open', 180],
  ['2026-12-10T11:29:30Z', 'open', 1],
  ['2026-12-10T11:30:00Z', 'over', 0],
])('at %s a room is %s', (now, state, left) => {
  expect(roomTime(held, new Date(now))).toBe(state);
  if (state !== 'early') expect(roomMinutesLeft(held, new Date(now))).toBe(left);
});

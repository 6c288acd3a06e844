import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMaterialOpen, materialDays } from './material.ts';

const moment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const day = 86_400_000;

test('what is for after is never read before the session is over, and nothing later than thirty days after it', () => {
  fc.assert(
    fc.property(moment, moment, fc.constantFrom('open', 'closed', 'cancelled'), (endsAt, now, state) => {
      const [before, after] = [
        isMaterialOpen({ endsAt, state }, 'before', now),
        isMaterialOpen({ endsAt, state }, 'after', now),
      ];
      const isLate = now.getTime() - endsAt.getTime() > materialDays * day;
      expect(before).toBe(state !== 'cancelled' && !isLate);
      expect(after).toBe(before && now >= endsAt);
    }),
  );
});

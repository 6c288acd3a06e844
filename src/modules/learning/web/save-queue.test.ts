import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSaveQueue, type Keeping } from './save-queue.ts';

const when = new Date('2026-11-27T10:00:00Z');

/** A place that keeps things, or for a while does not. */
function buildPlace() {
  const kept: number[] = [];
  const place = { broken: false };
  const save = (thing: number) => async (): Promise<void> => {
    await Promise.resolve();
    if (place.broken) throw new Error('no room');
    kept.push(thing);
  };
  return { kept, place, save };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('a queue of what is to be kept', () => {
  test('says that something is not kept until everything is, and keeps all in their turn', async () => {
    const { kept, place, save } = buildPlace();
    const told: Keeping['at'][] = [];
    const queue = createSaveQueue(
      ({ at }) => told.push(at),
      () => when,
    );
    queue.add(save(1));
    await settled();
    place.broken = true;
    queue.add(save(2));
    await settled();
    queue.add(save(3));
    await settled();
    expect([kept, told]).toEqual([[1], ['keeping', 'kept', 'keeping', 'failed', 'failed']]);
    place.broken = false;
    queue.add(save(4));
    await settled();
    expect([kept, told.slice(5)]).toEqual([[1, 2, 3, 4], ['kept']]);
  });

  test('tries again what waits when it is asked to, and drops it when it is told to', async () => {
    const { kept, place, save } = buildPlace();
    const told: Keeping[] = [];
    const queue = createSaveQueue(
      (keeping) => told.push(keeping),
      () => when,
    );
    place.broken = true;
    queue.add(save(1));
    await settled();
    place.broken = false;
    queue.tryAgain();
    await settled();
    expect([kept, told.at(-1)]).toEqual([[1], { at: 'kept', when }]);
    place.broken = true;
    queue.add(save(2));
    await settled();
    queue.clear();
    place.broken = false;
    queue.add(save(3));
    await settled();
    expect([kept, told.at(-1)?.at]).toEqual([[1, 3], 'kept']);
  });

  test('loses nothing and says "kept" of no state in which something is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('add', 'break', 'mend', 'wait')), async (acts) => {
        const { kept, place, save } = buildPlace();
        let last: Keeping['at'] = 'nothing';
        let added = 0;
        const queue = createSaveQueue(
          ({ at }) => {
            if (last === 'failed') expect(at).not.toBe('keeping');
            last = at;
            if (at === 'kept') expect(kept).toHaveLength(added);
          },
          () => when,
        );
        for (const act of acts) {
          if (act === 'add') queue.add(save((added += 1)));
          else if (act === 'wait') await settled();
          else place.broken = act === 'break';
        }
        await settled();
        if (kept.length < added) expect(last).toBe('failed');
        place.broken = false;
        queue.tryAgain();
        await settled();
        expect(kept).toEqual(Array.from({ length: added }, (_, at) => at + 1));
        if (added > 0) expect(last).toBe('kept');
      }),
    );
  });
});

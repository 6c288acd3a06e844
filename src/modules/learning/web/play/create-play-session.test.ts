import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameMark, type FrameMessage } from '../../model/open/play/frame-message.ts';
import type { ScormValues } from '../../model/open/play/scorm-values.ts';
import type { KeepingState } from './create-keeper.ts';
import { createPlaySession } from './create-play-session.ts';
import { loadScormRuntime } from './scorm-runtime.ts';

const mark = frameMark;
const set = (element: string, value: string): FrameMessage => ({ mark, act: 'set', element, value });

/** A server that keeps versions as ours does, reachable or not as a list says, with a clock that a test turns. */
async function play(reachable: readonly boolean[] = []) {
  const kept: ScormValues[] = [];
  const states: KeepingState[] = [];
  const waiting: (() => void)[] = [];
  let calls = 0;
  const openRuntime = await loadScormRuntime('scorm12');
  const session = createPlaySession({
    begin: { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.student_id': 'somebody' },
    version: 0,
    openRuntime,
    keep: async (version, values) => {
      await Promise.resolve();
      calls += 1;
      if (reachable[calls - 1] === false) return { ok: false, refusal: { type: 'Unreachable' } };
      if (version !== kept.length) return { ok: false, refusal: { type: 'PlayedElsewhere' } };
      kept.push(values);
      return { ok: true, value: { version: kept.length } };
    },
    onState: (state) => void states.push(state),
    later: (_milliseconds, run) => void waiting.push(run),
  });
  const turn = async (): Promise<void> => {
    for (const run of waiting.splice(0)) run();
    for (let step = 0; step < 20; step += 1) await Promise.resolve();
  };
  return { session, kept, states, turn };
}

describe('an opening in our page', () => {
  test('keeps what the standard allows, and nothing that a part may not change', async () => {
    const { session, kept, states, turn } = await play();
    session.hear({ mark, act: 'begin' });
    session.hear(set('cmi.core.lesson_status', 'finished'));
    session.hear(set('cmi.core.student_id', 'somebody-else'));
    session.hear(set('cmi.core.score.raw', '1000'));
    session.hear(set('cmi.suspend_data', 'x'.repeat(5_000)));
    session.hear(set('cmi.suspend_data', 'page=3'));
    session.hear({ mark, act: 'finish' });
    session.hear(set('cmi.suspend_data', 'after the end'));
    await turn();
    expect(kept.at(-1)).toMatchObject({
      ...{ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.student_id': 'somebody', 'cmi.suspend_data': 'page=3' },
    });
    expect(kept.at(-1)?.['cmi.core.score.raw']).toBeUndefined();
    expect(states.at(-1)).toEqual({ at: 'kept' });
    // The next page of the same part goes on.
    session.hear({ mark, act: 'begin' });
    session.hear(set('cmi.core.lesson_status', 'completed'));
    await session.flush();
    expect(kept.at(-1)).toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': 'page=3' });
  });

  test('leaves out what no part needs to say in a second', async () => {
    const { session, kept } = await play();
    session.hear({ mark, act: 'begin' });
    for (let times = 0; times < 3_100; times += 1) session.hear(set('cmi.core.lesson_location', String(times)));
    await session.flush();
    expect(kept.at(-1)?.['cmi.core.lesson_location']).toBe('2998');
  });

  test('in the end keeps the last of what was said, however the connection comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('wait'), fc.nat(9).map(String)), { minLength: 1, maxLength: 20 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (steps, reachable) => {
          const { session, kept, states, turn } = await play(reachable);
          for (const step of steps) {
            if (step === 'wait') await turn();
            else session.hear(set('cmi.core.lesson_location', step));
          }
          for (let round = 0; round < 30; round += 1) await turn();
          const last = steps.findLast((step) => step !== 'wait');
          expect(kept.at(-1)?.['cmi.core.lesson_location']).toBe(last);
          expect(states.some(({ at }) => at === 'stopped')).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});

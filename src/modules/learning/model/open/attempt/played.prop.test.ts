import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockOf, CheckOption, SpottingItem } from '../release/released-block.ts';
import type { ReleasedScene } from '../release/released-course.ts';
import { partId } from '../source/part-shapes.ts';
import { decisionPath, endingOf, safeWay } from './decision-path.ts';
import { foldAttempt } from './fold-attempt.ts';
import { isRight } from './is-right.ts';
import { drawRound, findRound, readRound, rightInRound, writeRound } from './question-round.ts';
import { shownBlocks } from './shown-blocks.ts';
import { isSignal, spottingScore } from './spotting-score.ts';

const common = { optional: false, heavy: null, when: null } as const;
const id = (name: string) => partId.parse(name);

function buildQuestion(
  name: string,
  objective: string,
  kind: BlockOf<'check'>['kind'],
  options: readonly Partial<CheckOption>[],
): BlockOf<'check'> {
  const blank = { right: false, place: null, partner: null, text: [], why: [] };
  return {
    ...{ ...common, id: id(name), type: 'check', kind, bank: 'final', objective, prompt: [] },
    options: options.map((option, at) => ({ ...blank, id: id(`o${String(at)}`), ...option })),
  };
}

/** Nodes that only lead forward, so that every way ends; the last places are endings, of which the last one is safe. */
const decisions: fc.Arbitrary<BlockOf<'decision'>> = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((forward) => {
    const all = forward.length;
    const nodes = forward.map((choices, at) => ({
      ...{ id: id(`n${String(at)}`), who: null, situation: [] },
      choices: choices.map((by, which) => ({
        ...{ id: id(`c${String(which)}`), text: '' },
        goto: at + by < all ? `n${String(at + by)}` : which === 0 ? 'good' : 'bad',
      })),
    }));
    const endings = (['bad', 'good'] as const).map((name) => ({
      ...{ id: id(name), consequence: [], why: [] },
      outcome: name === 'good' ? ('safe' as const) : ('harmful' as const),
    }));
    return { ...common, id: id('talk'), type: 'decision', intro: [], start: 'n0', nodes, endings };
  });

describe('a decision', () => {
  test('goes as far as what was kept fits it, and never further', () => {
    fc.assert(
      fc.property(decisions, fc.array(fc.nat({ max: 2 }), { maxLength: 9 }), (decision, picks) => {
        const kept: string[] = [];
        for (const pick of picks) {
          const { at } = decisionPath(decision, kept);
          const node = decision.nodes.find((one) => one.id === at);
          if (node === undefined) break;
          kept.push(`${at}:${node.choices[pick % node.choices.length]?.id ?? ''}`);
        }
        const { steps, at } = decisionPath(decision, kept);
        expect(steps.map(({ node, choice }) => `${node}:${choice}`)).toEqual(kept);
        expect(decisionPath(decision, [...kept, 'n0:nothing', ...kept])).toEqual({ steps, at });
        const ending = endingOf(decision, kept);
        expect(ending).toBe(decision.endings.some((one) => one.id === at) ? at : null);
      }),
    );
  });

  test('has a safe way wherever one is, and no shorter one', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        const ways = everyWay(decision).filter((way) => endingOf(decision, way) === 'good');
        const safe = safeWay(decision);
        expect(safe.length).toBe(Math.min(...ways.map((way) => way.length), ways.length === 0 ? 0 : Infinity));
        if (ways.length > 0) expect(endingOf(decision, safe)).toBe('good');
      }),
    );
  });
});

function everyWay(decision: BlockOf<'decision'>, kept: readonly string[] = []): readonly (readonly string[])[] {
  const { at } = decisionPath(decision, kept);
  const node = decision.nodes.find((one) => one.id === at);
  return node === undefined
    ? [kept]
    : node.choices.flatMap((choice) => everyWay(decision, [...kept, `${at}:${choice.id}`]));
}

describe('a round of questions', () => {
  const ids = (of: readonly BlockOf<'check'>[]): readonly string[] => of.map((question) => question.id);
  const bank = ['O1', 'O1', 'O1', 'O2', 'O2', 'O3'].map((objective, at) =>
    buildQuestion(`q${String(at)}`, objective, 'single', [{ right: true }, {}]),
  );

  test('asks one for each objective, and another one the next time wherever there is another', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(bank), (seed, any) => {
        const now = drawRound(seed, bank, ids(any));
        const next = drawRound(seed, bank, ids(now));
        expect(now.map(({ objective }) => objective)).toEqual(['O1', 'O2', 'O3']);
        expect(now.slice(0, 2).filter((question) => next.includes(question))).toEqual([]);
        // Every question comes up, and only then the first again.
        const third = drawRound(seed, bank, ids(next));
        expect(new Set([now[0], next[0], third[0]]).size).toBe(3);
        expect(drawRound(seed, bank, ids(third))[0]).toBe(now[0]);
      }),
    );
  });

  test('is read as it was written, and counts what is right in it', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.string(), (right, seed) => {
        const asked = drawRound(seed, bank);
        const chosen = new Map(asked.map((question, at) => [question.id, [right[at] ? 'o0' : 'o1']]));
        expect(readRound(writeRound(chosen))).toEqual(chosen);
        expect(rightInRound(bank, writeRound(chosen))).toBe(right.filter(Boolean).length);
      }),
    );
    expect(rightInRound(bank, ['q0=', 'nonsense', '=o0', 'q9=o0'])).toBe(0);
  });

  test('that was shown is found again as shown until something is answered, whenever it was left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('answered', 'shown', 'next'), { maxLength: 8 }),
        fc.string(),
        (acts, seed) => {
          const steps: { kind: 'answered' | 'shown'; options: readonly string[] }[] = [];
          const events = () =>
            steps.map((step, at) => ({
              ...{ ...step, attempt: 'run', device: 'phone', seq: at + 1, scene: 'test', block: 'final' },
              at: '2026-11-27T10:00:00Z',
            }));
          const found = () => {
            const { answers, shownLast } = foldAttempt(events());
            const place = 'test/final';
            return findRound(seed, bank, {
              answered: answers.get(place)?.at(-1) ?? null,
              shown: shownLast.get(place) ?? null,
            });
          };
          let round = found();
          expect(round).toEqual({ asked: ids(drawRound(seed, bank)), at: 'open' });
          for (const act of acts) {
            if (act === 'next' && round.at !== 'open')
              round = { asked: ids(drawRound(seed, bank, round.asked)), at: 'open' };
            if (act === 'next' || round.at !== 'open') continue;
            const options = act === 'shown' ? round.asked : round.asked.map((question) => `${question}=o0`);
            steps.push({ kind: act, options });
            round = { ...round, at: act === 'shown' ? 'shown' : 'checked' };
            // Left and entered again: no answer can be given to what was shown.
            expect(found().at).toBe(round.at);
            expect(new Set(found().asked)).toEqual(new Set(round.asked));
          }
        },
      ),
    );
    // As it was kept before the questions were named: nobody answers the one that came next.
    const [first, second] = [drawRound('s', bank), drawRound('s', bank, ids(drawRound('s', bank)))];
    expect(findRound('s', bank, { answered: null, shown: [] })).toEqual({ asked: ids(first), at: 'shown' });
    const answered = first.map(({ id: question }) => `${question}=o1`);
    expect(findRound('s', bank, { answered, shown: [] })).toEqual({ asked: ids(second), at: 'shown' });
  });

  test('an order is right in its places alone, a match by what it says', () => {
    const order = buildQuestion('q', 'O1', 'order', [{ place: 2 }, { place: 1 }, { place: 3 }]);
    expect(isRight(order, ['o1', 'o0', 'o2'])).toBe(true);
    for (const wrong of [['o0', 'o1', 'o2'], ['o1', 'o0'], [], ['o1', 'o0', 'o2', 'o2']])
      expect(isRight(order, wrong)).toBe(false);
    const match = buildQuestion('q', 'O1', 'match', [{ partner: 'today' }, { partner: 'later' }, { partner: 'later' }]);
    expect(isRight(match, ['o0:o0', 'o1:o2', 'o2:o1'])).toBe(true);
    for (const wrong of [['o0:o1', 'o1:o0', 'o2:o2'], ['o0:o0', 'o1:o1'], [], ['o0:o0', 'o1:', 'o2:x']])
      expect(isRight(match, wrong)).toBe(false);
  });
});

describe('signals', () => {
  const items = fc
    .array(fc.constantFrom('strong', 'medium', 'weak', 'none'), { minLength: 2, maxLength: 14 })
    .map((signals) =>
      signals.map((signal, at): SpottingItem => ({ id: id(`i${String(at)}`), text: [], signal, why: [] })),
    );

  test('who marks everything, or nothing, gains nothing; who is right in all gains everything', () => {
    fc.assert(
      fc.property(items, (all) => {
        const marked = (of: readonly SpottingItem[]): number =>
          spottingScore(
            all,
            of.map((item) => item.id),
          ).score;
        expect([marked(all), marked([])]).toEqual([all.every(isSignal) ? 1 : 0, 0]);
        if (all.some(isSignal)) expect(marked(all.filter(isSignal))).toBe(1);
        expect(marked(all.filter((item) => !isSignal(item)))).toBe(0);
      }),
    );
  });

  test('every item is counted once, whatever was marked', () => {
    fc.assert(
      fc.property(items, fc.array(fc.constantFrom('i0', 'i1', 'i5', 'i99')), (all, marked) => {
        const { hits, misses, falseAlarms, rightlyLeft, score } = spottingScore(all, marked);
        expect(hits + misses + falseAlarms + rightlyLeft).toBe(all.length);
        expect(hits + misses).toBe(all.filter(isSignal).length);
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
  });
});

describe('what is shown', () => {
  const vignette = (name: string, phase: 'before' | 'after', form: 'A' | 'B'): BlockOf<'vignette'> => ({
    ...{ ...common, id: id(name), type: 'vignette', phase, form, prompt: [], items: [] },
  });
  const text = (name: string, when: BlockOf<'text'>['when']): BlockOf<'text'> => ({
    ...{ ...common, id: id(name), type: 'text', level: 'plain', body: [], when },
  });
  const scene = (blocks: ReleasedScene['blocks']): ReleasedScene => ({
    ...{ id: id('one'), title: '', minutes: 1, required: true, heavy: null, blocks },
  });
  const shown = (blocks: ReleasedScene['blocks'], seed: string, events: Parameters<typeof foldAttempt>[0] = []) =>
    shownBlocks(scene(blocks), seed, foldAttempt(events)).map((block) => block.id as string);
  const event = (kind: 'answered' | 'workplace', block: string | null, options: string[]) => ({
    ...{ attempt: 'run', device: 'phone', seq: 1, kind, scene: 'one', block, options, at: '2026-11-26T10:00:00Z' },
  });

  test('one form before, the other one after, whoever it is; and both ways round happen', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const forms = [vignette('a', 'before', 'A'), vignette('b', 'before', 'B')];
        const after = [vignette('c', 'after', 'A'), vignette('d', 'after', 'B')];
        const [first, last] = [shown(forms, seed), shown(after, seed)];
        expect([...first, ...last]).toEqual(first[0] === 'a' ? ['a', 'd'] : ['b', 'c']);
        seen.add(first[0] ?? '');
      }),
    );
    expect([...seen].toSorted()).toEqual(['a', 'b']);
  });

  test('what is for a workplace is shown there, and to whoever named none; what waits for an ending, after it', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        const blocks = [
          decision,
          text('desk', { workplaces: ['desk'] }),
          text('safe', { decided: 'talk', endings: ['good'] }),
        ];
        expect(shown(blocks, '')).toEqual(['talk', 'desk']);
        expect(shown(blocks, '', [event('workplace', null, ['ward'])])).toEqual(['talk']);
        expect(shown(blocks, '', [event('workplace', null, ['desk'])])).toEqual(['talk', 'desk']);
        const way = safeWay(decision);
        const there = way.length > 0 && endingOf(decision, way) === 'good';
        expect(shown(blocks, '', [event('answered', 'talk', [...way])])).toEqual([
          ...['talk', 'desk'],
          ...(there ? ['safe'] : []),
        ]);
      }),
    );
  });
});

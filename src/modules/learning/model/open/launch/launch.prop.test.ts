import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../statement/check-value.ts';
import { judgeStatement, type SessionTerms } from './check-launched-statement.ts';
import { launchedStatement, satisfiedStatement, waivedStatement } from './compose-launch.ts';
import {
  listBlocks,
  listUnits,
  moveOns,
  type LaunchBlock,
  type LaunchNode,
  type LaunchUnit,
} from './course-structure.ts';
import { isUnitSatisfied, listNewlySatisfied, type LaunchEvent, type LaunchVerb } from './launch-facts.ts';
import type { SessionId } from './launch-ids.ts';
import { launchWords, verbAddress } from './launch-words.ts';
import { checkStatement } from '../statement/check-statement.ts';

const actor = { account: { homePage: 'https://example.org', name: 'ana' } };
const registration = '11111111-1111-4111-8111-111111111111';
const sessionOf = (index: number) => `22222222-2222-4222-8222-22222222222${String(index)}` as SessionId;
const publisher = 'https://example.org/part';
const activity = 'https://baken.example/learning/package/1/0';

const termsOf = (index: number, over: Partial<SessionTerms> = {}): SessionTerms => ({
  ...{ session: sessionOf(index), registration, mode: 'Normal', masteryScore: 0.8, publisher, activity },
  ...{ identity: `account ${JSON.stringify(['https://example.org', 'ana'])}`, preferencesRead: true },
  ...over,
});

const results: Readonly<Partial<Record<LaunchVerb, JsonObject>>> = {
  completed: { completion: true, duration: 'PT1S' },
  passed: { success: true, duration: 'PT1S', score: { scaled: 0.9 } },
  failed: { success: false, duration: 'PT1S', score: { scaled: 0.1 } },
  terminated: { duration: 'PT1S' },
};
const said = (verb: LaunchVerb | null, session: SessionId): JsonObject => {
  const judges = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const categories = verb === null ? [] : [launchWords.category, ...(judges ? [launchWords.moveOnCategory] : [])];
  const result = verb === null ? undefined : results[verb];
  return {
    id: '33333333-3333-4333-8333-333333333333',
    timestamp: '2026-11-27T10:00:00.000Z',
    actor,
    verb: { id: verb === null ? 'https://example.org/verbs/saw' : verbAddress(verb) },
    object: { id: activity },
    ...(result === undefined ? {} : { result }),
    context: {
      registration,
      contextActivities: { category: categories.map((id) => ({ id })), grouping: [{ id: publisher }] },
      extensions: { [launchWords.session]: session, [launchWords.masteryScore]: 0.8 },
    },
  };
};

describe('a session', () => {
  const verbs = ['initialized', 'completed', 'passed', 'failed', 'terminated', 'launched', 'satisfied', null] as const;

  test('takes in any order only what makes sense', () => {
    const acts = fc.array(fc.tuple(fc.constantFrom(...verbs), fc.constantFrom(0, 1, 2)), { maxLength: 40 });
    fc.assert(
      fc.property(acts, (tried) => {
        const taken: { readonly verb: LaunchVerb | null; readonly session: number }[] = [];
        const events: LaunchEvent[] = [];
        for (const [verb, session] of tried) {
          const judged = judgeStatement(termsOf(session), events, said(verb, sessionOf(session)));
          if ('rule' in judged) continue;
          taken.push({ verb, session });
          if (judged.verb !== null) events.push({ session: sessionOf(session), node: publisher, verb: judged.verb });
        }
        const order = taken.map(({ verb }) => verb);
        const count = (verb: LaunchVerb) => order.filter((one) => one === verb).length;
        expect(count('completed')).toBeLessThanOrEqual(1);
        expect(count('passed')).toBeLessThanOrEqual(1);
        expect(count('launched') + count('satisfied')).toBe(0);
        if (order.includes('passed')) expect(order.slice(order.indexOf('passed'))).not.toContain('failed');
        for (const session of [0, 1, 2]) {
          const own = taken.filter((one) => one.session === session).map(({ verb }) => verb);
          if (own.length > 0) expect(own[0]).toBe('initialized');
          expect(own.indexOf('terminated') < 0 || own.indexOf('terminated') === own.length - 1).toBe(true);
          expect(own.includes('passed') && own.includes('failed')).toBe(false);
        }
      }),
    );
  });

  const whole = said('passed', sessionOf(0));
  const begun: readonly LaunchEvent[] = [{ session: sessionOf(0), node: publisher, verb: 'initialized' }];
  const context = whole['context'] as JsonObject;
  const { id: _id, ...noId } = whole;
  const { timestamp: _timestamp, ...noTime } = whole;
  test.each([
    ['has-an-id', noId],
    ['has-a-timestamp-in-utc', noTime],
    ['has-a-timestamp-in-utc', { ...whole, timestamp: '2026-11-27T10:00:00+01:00' }],
    ['actor-is-that-of-the-launch', { ...whole, actor: { account: { ...actor.account, name: 'ben' } } }],
    ['actor-is-that-of-the-launch', { ...whole, actor: { objectType: 'Group', ...actor } }],
    ['registration-is-that-of-the-launch', { ...whole, context: { ...context, registration: sessionOf(1) } }],
    ['session-is-that-of-the-launch', { ...whole, context: { ...context, extensions: {} } }],
    ['grouping-names-the-part', { ...whole, context: { ...context, contextActivities: {} } }],
    ['session-voids-nothing', { ...whole, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } }],
    ['object-is-that-of-the-launch', { ...whole, object: { id: publisher } }],
    ['has-a-duration', { ...whole, result: { success: true } }],
    ['completion-fits-the-verb', { ...whole, result: { success: true, completion: true, duration: 'PT1S' } }],
    ['success-fits-the-verb', { ...whole, result: { duration: 'PT1S' } }],
    ['score-fits-the-verb', { ...whole, result: { ...results.passed, score: { scaled: 0.79 } } }],
    ['raw-score-has-its-bounds', { ...whole, result: { ...results.passed, score: { raw: 3 } } }],
    ['move-on-category-only-with-a-judgement', { ...said('terminated', sessionOf(0)), context }],
  ])('%s', (rule, statement) => {
    expect(judgeStatement(termsOf(0), begun, statement)).toEqual({ rule });
  });

  test('of somebody who only looks judges nothing, and none begins before the preferences were read', () => {
    expect(judgeStatement(termsOf(0, { mode: 'Browse' }), begun, whole)).toEqual({
      rule: 'judged-only-in-normal-mode',
    });
    const first = said('initialized', sessionOf(0));
    expect(judgeStatement(termsOf(0, { preferencesRead: false }), [], first)).toEqual({
      rule: 'preferences-are-read-first',
    });
    expect(judgeStatement(termsOf(0), [], first)).toEqual({ verb: 'initialized' });
  });
});

const texts = { en: 'A part' };
const unitOf = (index: number, moveOn: LaunchUnit['moveOn']): LaunchUnit => ({
  ...{
    kind: 'unit',
    publisher: `https://example.org/${String(index)}`,
    title: texts,
    description: texts,
    url: 'a.html',
  },
  ...{ activityType: null, moveOn, masteryScore: null, launchMethod: 'AnyWindow' },
  ...{ launchParameters: null, entitlementKey: null },
});
/** Courses of any shape; ids are given afterwards, so that they differ. */
const shapes = fc.letrec<{ node: LaunchNode; block: LaunchBlock }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...moveOns).map((moveOn) => unitOf(0, moveOn)),
    tie('block'),
  ),
  block: fc
    .array(tie('node'), { minLength: 1, maxLength: 3 })
    .map((children) => ({ kind: 'block', publisher: '', title: texts, description: texts, children })),
}));
const named = (root: LaunchBlock): LaunchBlock => {
  let next = 0;
  const name = <Node extends LaunchNode>(node: Node): Node => {
    next += 1;
    const publisherOf = `https://example.org/${String(next)}`;
    return node.kind === 'unit'
      ? { ...node, publisher: publisherOf }
      : { ...node, publisher: publisherOf, children: node.children.map(name) };
  };
  return name(root);
};

describe('what is done', () => {
  test('is told of every block once, inner before outer, as soon as all its parts are done', () => {
    const judging = fc.constantFrom<LaunchVerb>('completed', 'passed', 'failed', 'waived');
    const acts = fc.array(fc.tuple(fc.nat(30), judging), { maxLength: 40 });
    fc.assert(
      fc.property(shapes.block, acts, (shape, tried) => {
        const course = named(shape);
        const units = listUnits(course);
        const session = sessionOf(0);
        const events: LaunchEvent[] = [];
        const tell = (): void => {
          const blocks = listNewlySatisfied(course, events);
          events.push(...blocks.map(({ publisher: node }) => ({ session, node, verb: 'satisfied' as const })));
        };
        tell();
        for (const [at, verb] of tried) {
          events.push({ session, node: units[at % units.length]?.publisher ?? '', verb });
          tell();
        }
        const told = events.filter(({ verb }) => verb === 'satisfied').map(({ node }) => node);
        expect(new Set(told).size).toBe(told.length);
        for (const block of listBlocks(course)) {
          const done = listUnits(block).every((unit) => isUnitSatisfied(unit, events));
          expect(told.includes(block.publisher)).toBe(done);
          const inner = listBlocks(block).slice(1);
          if (done)
            for (const one of inner) expect(told.indexOf(one.publisher)).toBeLessThan(told.indexOf(block.publisher));
        }
      }),
    );
  });

  test('is said in statements that the store takes', () => {
    const course: LaunchBlock = {
      ...{ kind: 'block', publisher: 'https://example.org/c', title: texts, description: texts },
      children: [unitOf(1, 'Passed')],
    };
    const [unit] = listUnits(course);
    if (unit === undefined) throw new Error('the course has a part');
    const place = { base: 'https://baken.example/p', actor, registration, session: sessionOf(0), at: new Date(0) };
    for (const statement of [
      launchedStatement(place, unit, { index: 0, mode: 'Normal', url: 'https://baken.example/package/x/a.html' }),
      waivedStatement(place, unit, 0, 'done elsewhere'),
      satisfiedStatement(place, course, course),
    ])
      for (const version of ['1.0.3', '2.0.0'] as const) expect(checkStatement(statement, version)).toBeNull();
  });
});

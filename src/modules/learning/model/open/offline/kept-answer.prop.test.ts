import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptAnswerFor } from './kept-answer.ts';

const origin = 'https://baken.example';
const asks = { method: 'GET', mode: 'cors', cache: 'default' };
const answer = (path: string, how: Partial<typeof asks> = {}) =>
  keptAnswerFor({ ...asks, ...how, url: `${origin}${path}` }, origin);
const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

describe('the worker', () => {
  test('answers for the page of a course at all its addresses, and for built files', () => {
    fc.assert(
      fc.property(part, part, (course, scene) => {
        for (const path of [
          `/learn/${course}`,
          `/learn/${course}/`,
          `/learn/${course}/${scene}`,
          `/learn/${course}#code=A`,
        ])
          expect(answer(path, { mode: 'navigate' })).toEqual({ page: course });
      }),
    );
    for (const path of [
      '/assets/learn-C0JDfZh.js',
      '/assets/courses/a_b-c.svg',
      '/courses/recognising/en.json',
      '/no-eval.js',
    ])
      expect(answer(path)).toEqual({ file: path });
  });

  test('answers for nothing of the interface, whatever is behind it and however it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/api', '/demo', '/xapi', '/play', '/health', '/packaged', '/learn/offline.js'),
        fc.webPath(),
        fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin'),
        (root, rest, mode) => {
          if (root === '/learn/offline.js') expect(answer(root, { mode: 'same-origin' })).toBeNull();
          else expect(answer(`${root}${rest}`, { mode })).toBeNull();
        },
      ),
    );
  });

  test('answers no other origin, nothing that changes something, nothing with a query, and nobody who asks past it', () => {
    fc.assert(
      fc.property(fc.constantFrom('POST', 'PUT', 'DELETE', 'HEAD'), (method) => {
        expect(answer('/assets/learn-C0JDfZh.js', { method })).toBeNull();
      }),
    );
    expect(answer('/assets/learn-C0JDfZh.js', { cache: 'no-store' })).toBeNull();
    expect(answer('/assets/learn-C0JDfZh.js?x=1')).toBeNull();
    expect(answer('/assets/../api/learning/learner')).toBeNull();
    for (const url of ['https://evil.example/assets/a.js', `${origin}.evil.example/assets/a.js`, 'nonsense', ''])
      expect(keptAnswerFor({ ...asks, url }, origin)).toBeNull();
  });

  test('gives no page of the workspace, whatever its address', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        if (!path.startsWith('/learn/')) expect(answer(path, { mode: 'navigate' })).toBeNull();
      }),
    );
    for (const path of ['/', '/learning', '/learning/figures', '/check', '/attend', '/learn', '/learn/'])
      expect(answer(path, { mode: 'navigate' })).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { createTurns } from './index.ts';

/** An act that begins when it may and ends when it is told to. */
function buildAct(said: string[], name: string) {
  const end = Promise.withResolvers<void>();
  const act = async (): Promise<string> => {
    said.push(`${name} begins`);
    await end.promise;
    said.push(`${name} ends`);
    return name;
  };
  return { act, end: end.resolve, fail: end.reject };
}

test('acts on one thing follow each other, those on another do not wait', async () => {
  const said: string[] = [];
  const turns = createTurns<string>();
  const [first, second, other] = [buildAct(said, 'first'), buildAct(said, 'second'), buildAct(said, 'other')];
  const answers = [turns.take('a', first.act), turns.take('a', second.act), turns.take('b', other.act)];
  second.end();
  other.end();
  expect(await answers[2]).toBe('other');
  expect(said).toEqual(['first begins', 'other begins', 'other ends']);
  first.end();
  expect(await Promise.all(answers)).toEqual(['first', 'second', 'other']);
  expect(said.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
});

test('an act that failed keeps nobody from the next turn, and tells whoever asked for it', async () => {
  const said: string[] = [];
  const turns = createTurns<string>();
  const [first, second] = [buildAct(said, 'first'), buildAct(said, 'second')];
  const failed = turns.take('a', first.act);
  const done = turns.take('a', second.act);
  first.fail(new Error('no room'));
  second.end();
  await expect(failed).rejects.toThrow('no room');
  expect(await done).toBe('second');
});
